import { ipcRenderer } from 'electron';
import { portMessage } from './contract/hand-over.ts';

// The page's only entry: its first port goes to the main process, and nothing else does.
window.addEventListener('message', function forward(event) {
  if (event.source !== window || event.data !== portMessage) return;
  window.removeEventListener('message', forward);
  ipcRenderer.postMessage(portMessage, null, [...event.ports]);
});
