import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';

/** Main's end of a page's port: the part of `MessagePortMain` that the desktop uses. */
export class PortDouble extends EventEmitter {
  readonly #socket: WebSocket;
  readonly #waiting: unknown[] = [];
  #started = false;

  constructor(socket: WebSocket) {
    super();
    this.#socket = socket;
    socket.once('close', () => this.emit('close'));
  }

  /** Takes a message from the page; queues it until the port is started. */
  receive(data: unknown): void {
    if (this.#started) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }

  start(): void {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.emit('message', { data, ports: [] });
  }

  postMessage(data: string | Uint8Array): void {
    this.#socket.send(data);
  }

  close(): void {
    this.#socket.close();
  }
}
