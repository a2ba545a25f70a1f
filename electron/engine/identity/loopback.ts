import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Milliseconds. A browser on this computer sends its request at once. */
const limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
};
/** A browser opens up to six to one host. */
const mostConnections = 32;

/** What a browser asked of the listener. */
export interface LoopbackRequest {
  readonly method: string;
  /** Path with query, as sent. */
  readonly target: string;
  /** The Host header; a page elsewhere that points its own name here cannot forge it. */
  readonly host: string;
}

export interface LoopbackAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Loopback {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1, on a port that the system picks. Never on another address: nobody but this
 * computer may answer. Rejects with the system's error when there is no port.
 *
 * Source: RFC 8252 §7.3.
 */
export function listenOnLoopback(
  answer: (request: LoopbackRequest) => LoopbackAnswer,
): Promise<Loopback> {
  const waiting = new Set<Socket>();
  const server = createServer(limits, (request, response) => {
    waiting.delete(request.socket);
    const { status, headers, body } = answer({
      method: request.method ?? '',
      target: request.url ?? '',
      host: request.headers.host ?? '',
    });
    request.resume();
    response.writeHead(status, { ...headers, connection: 'close' });
    response.end(body);
  });
  server.maxConnections = mostConnections;
  server.timeout = limits.requestTimeout;
  server.on('connection', (socket) => {
    waiting.add(socket);
    socket.once('close', () => waiting.delete(socket));
  });
  return new Promise((resolve, reject) => {
    // It stays: the system may refuse a connection later on, which ends nothing but that connection.
    server.on('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            // What was answered ends by itself, once its page is sent. Browsers open spare connections
            // that never ask for anything.
            for (const socket of waiting) socket.destroy();
          }),
      });
    });
  });
}

/** Posts a form to a listener of this computer; whether it still listens does not matter. */
export function postToLoopback(url: string, form: Readonly<Record<string, string>>): void {
  const body = new URLSearchParams(form).toString();
  const request = httpRequest({
    host: '127.0.0.1',
    port: new URL(url).port,
    path: '/',
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    },
  });
  request.on('error', () => {});
  request.on('response', (response) => response.resume());
  request.end(body);
}
