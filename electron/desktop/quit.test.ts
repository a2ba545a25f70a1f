import { EventEmitter } from 'node:events';
import type { App } from 'electron/main';
import { describe, expect, it } from 'vitest';
import type { Log } from '../engine/kernel/ports.ts';
import { closeBeforeQuit } from './quit.ts';

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** An app that ends as Electron does: a `will-quit` handler may delay it. */
class QuittingApp extends EventEmitter {
  ended = 0;

  quit(): void {
    let held = false;
    this.emit('will-quit', { preventDefault: () => (held = true) });
    if (!held) this.ended += 1;
  }
}

describe('quitting', () => {
  it('waits until everything is closed, once, however often a person asks', async () => {
    const app = new QuittingApp();
    const closing = Promise.withResolvers<void>();
    let asked = 0;
    closeBeforeQuit(
      app as unknown as App,
      () => {
        asked += 1;
        return closing.promise;
      },
      silent,
    );
    app.quit();
    app.quit();
    expect({ asked, ended: app.ended }).toEqual({ asked: 1, ended: 0 });

    closing.resolve();
    await expect.poll(() => app.ended).toBe(1);
  });

  it('ends also when closing fails', async () => {
    const app = new QuittingApp();
    const logged: string[] = [];
    const log = { ...silent, error: (event: string) => logged.push(event) };
    closeBeforeQuit(app as unknown as App, () => Promise.reject(new Error('disk full')), log);
    app.quit();
    await expect.poll(() => app.ended).toBe(1);
    expect(logged).toEqual(['not closed']);
  });
});
