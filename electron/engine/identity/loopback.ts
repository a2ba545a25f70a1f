import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Milliseconds. A browser on this computer sends its request immediately. */
const limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
};
/** A browser opens up to six connections to one host. */
const mostConnections = 32;

/** A browser's request to the listener. */
export interface LoopbackRequest {
  readonly method: string;
  /** Path with query, as sent. */
  readonly target: string;
  /** The Host header. A web page that resolves its own name to this computer cannot forge it. */
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
 * Listens on 127.0.0.1, on a port that the system picks. Never on another address, so that only this computer
 * can connect. Rejects with the system's error when there is no port.
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
    // Not removed: the system may later refuse a connection, which then affects only that connection.
    server.on('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            // An answered connection ends when its page has been sent. Browsers open spare connections that
            // never send a request.
            for (const socket of waiting) socket.destroy();
          }),
      });
    });
  });
}

/** Posts a form to a listener on this computer, even if it no longer listens. */
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
