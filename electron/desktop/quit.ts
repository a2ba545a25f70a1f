import type { App } from 'electron/main';
import type { Log } from '../engine/kernel/ports.ts';

/**
 * Lets the app quit only after `close` has finished: databases are closed and the practice cloud has ended.
 * If `close` fails, the failure is logged and the app quits anyway.
 */
export function closeBeforeQuit(app: App, close: () => Promise<void>, log: Log): void {
  let isClosed = false;
  let isClosing = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    const end = (): void => {
      isClosed = true;
      app.quit();
    };
    close().then(end, (error: unknown) => {
      log.error('not closed', { reason: String(error) });
      end();
    });
  });
}
