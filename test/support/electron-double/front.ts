import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import { PortDouble } from './port.ts';

/** The handler that the desktop has registered for its own scheme. */
export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** A port that a page has transferred, and the frame that sent it. */
export interface HandedPort {
  readonly channel: string;
  readonly port: PortDouble;
  readonly frame: { readonly origin: string; readonly url: string; readonly parent: object | null };
}

/** Events of the front: a document was requested, or a port was transferred. */
interface FrontEvents {
  document: [];
  port: [HandedPort];
}

const bundle = 'app://bundle';

/** Serves the desktop's own scheme to a browser that cannot register one. */
export class Front extends EventEmitter<FrontEvents> {
  readonly #handler: ProtocolHandler;
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #sockets = new WebSocketServer({ server: this.#server, path: '/.double/port' });
  #origin = '';

  constructor(handler: ProtocolHandler) {
    super();
    this.#handler = handler;
    this.#sockets.on('connection', (socket, request) => this.#take(socket, request));
  }

  /** Listens on loopback. Resolves with the origin that a browser opens. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this.#origin;
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers['sec-fetch-dest'] === 'document') this.emit('document');
    const answer = await this.#handler(
      new Request(`${bundle}${request.url ?? '/'}`, { method: request.method ?? 'GET' }),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  }

  /** The first message names the channel; all later messages belong to the port. */
  #take(socket: WebSocket, request: IncomingMessage): void {
    const port = new PortDouble(socket);
    socket.once('message', (first) => {
      const { channel, path, isMainFrame } = JSON.parse(asText(first)) as {
        readonly channel: string;
        readonly path: string;
        readonly isMainFrame: boolean;
      };
      socket.on('message', (data, isBinary) => {
        port.receive(isBinary ? new Uint8Array(asBuffer(data)) : asText(data));
      });
      const origin = request.headers.origin === this.#origin ? bundle : `${request.headers.origin}`;
      const frame = { origin, url: `${origin}${path}`, parent: isMainFrame ? null : {} };
      this.emit('port', { channel, port, frame });
    });
  }
}

function asBuffer(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}

function asText(data: RawData): string {
  return asBuffer(data).toString('utf8');
}
