import type { MessagePortMain } from 'electron/main';

/** What a port tells: `data` with a message, nothing with its end. */
type Listener = (event?: { data: unknown }) => void;

/**
 * A page's port whose end is told once, whichever side ended it.
 *
 * Electron tells `close` when the page's end is gone; closing our own end tells nobody. The server
 * aborts what it is doing on `close`, so both must be told.
 */
export class ServedPort {
  readonly #port: MessagePortMain;
  readonly #closeListeners = new Set<Listener>();
  #closed = false;

  constructor(port: MessagePortMain) {
    this.#port = port;
    port.once('close', () => this.#end());
  }

  /** Listens to the page's messages, or to the end of the port. */
  readonly on = (event: string, listener: Listener): void => {
    if (event === 'close') this.#closeListeners.add(listener);
    else if (event === 'message') this.#port.on('message', (message) => listener(message));
  };

  /** Sends to the page; after the end it does nothing, since nobody is left to read it. */
  readonly postMessage = (data: unknown): void => {
    if (!this.#closed) this.#port.postMessage(data);
  };

  /** Lets messages flow. Before it they are queued. */
  start(): void {
    if (!this.#closed) this.#port.start();
  }

  /** Ends the port. */
  close(): void {
    if (this.#closed) return;
    this.#port.close();
    this.#end();
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const listener of this.#closeListeners) listener();
    this.#closeListeners.clear();
  }
}
