import { readFile } from 'node:fs/promises';

/**
 * The built preload as a script that a browser runs before the page's own scripts. It provides the only
 * `ipcRenderer` call that the preload makes: the port's messages go over a WebSocket to the front.
 */
export async function preloadScript(file: string): Promise<string> {
  const preload = await readFile(file, 'utf8');
  return `(() => {
  if (window.parent !== window) return;
  const ipcRenderer = {
    postMessage(channel, _message, [port]) {
      const socket = new WebSocket('ws://' + location.host + '/.double/port');
      socket.binaryType = 'arraybuffer';
      const waiting = [JSON.stringify({ channel, path: location.pathname, isMainFrame: true })];
      const send = (data) => (socket.readyState === 1 ? socket.send(data) : waiting.push(data));
      socket.onopen = () => waiting.splice(0).forEach((data) => socket.send(data));
      socket.onmessage = ({ data }) => port.postMessage(data);
      socket.onclose = () => port.close();
      port.onmessage = ({ data }) => send(data);
    },
  };
  const module = { exports: {} };
  ((require, module, exports) => {
${preload}
  })(() => ({ ipcRenderer }), module, module.exports);
})();`;
}
