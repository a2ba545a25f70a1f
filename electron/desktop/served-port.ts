import type { MessagePortMain } from 'electron/main';

/** What a port emits: `data` with a message, or nothing when it closes. */
type Listener = (event?: { data: unknown }) => void;

/**
 * A page's port that reports its close once, whichever side closed it.
 *
 * Electron emits `close` when the page's end is gone, but not when our own end is closed. The server aborts
 * its work on `close`, so both cases must emit it.
 */
export class ServedPort {
  readonly #port: MessagePortMain;
  readonly #closeListeners = new Set<Listener>();
  #closed = false;

  constructor(port: MessagePortMain) {
    this.#port = port;
    port.once('close', () => this.#end());
  }

  /** Listens for the page's messages, or for the port's close. */
  readonly on = (event: string, listener: Listener): void => {
    if (event === 'close') this.#closeListeners.add(listener);
    else if (event === 'message') this.#port.on('message', (message) => listener(message));
  };

  /** Sends to the page; does nothing after the close. */
  readonly postMessage = (data: unknown): void => {
    if (!this.#closed) this.#port.postMessage(data);
  };

  /** Starts the flow of messages. They are queued before. */
  start(): void {
    if (!this.#closed) this.#port.start();
  }

  /** Closes the port. */
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
