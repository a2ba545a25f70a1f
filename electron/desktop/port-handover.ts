import { ipcMain } from 'electron/main';
import type { IpcMainEvent, WebContents } from 'electron/main';
import { portMessage } from '../contract/hand-over.ts';
import type { Log } from '../engine/kernel/ports.ts';
import { refusalOf } from './sender.ts';
import { ServedPort } from './served-port.ts';

/**
 * Receives the one port that each load of our page hands over, and serves it: the only file that may import
 * `ipcMain`.
 *
 * Refuses, and closes the ports of: another sender, a frame, another origin, a second request of the same
 * load. A new load closes the port of the old one.
 *
 * @param serve attaches the handlers to the port, then starts it.
 * @returns ends the hand-over and closes the port.
 * Source: electronjs.org/docs/latest/tutorial/security, item 17.
 */
export function acceptPorts({
  contents,
  serve,
  log,
}: {
  readonly contents: WebContents;
  readonly serve: (port: ServedPort) => void;
  readonly log: Log;
}): () => void {
  let served: ServedPort | undefined;
  const closeServed = (): void => {
    served?.close();
    served = undefined;
  };

  // electron-store listens for windows that read settings directly; ours never do.
  ipcMain.removeAllListeners('electron-store-get-data');

  const accept = (event: IpcMainEvent): void => {
    // Must be first: the frame may no longer exist after the first await.
    const refusal = refusalOf(event, contents) ?? (served === undefined ? undefined : 'second');
    const [port, ...more] = event.ports;
    if (refusal !== undefined || port === undefined || more.length > 0) {
      for (const unwanted of event.ports) unwanted.close();
      log.warn('port refused', { reason: refusal ?? 'wrongCount' });
      return;
    }
    served = new ServedPort(port);
    serve(served);
  };

  ipcMain.on(portMessage, accept);
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) closeServed();
  });
  contents.once('destroyed', closeServed);

  return () => {
    ipcMain.off(portMessage, accept);
    closeServed();
  };
}
