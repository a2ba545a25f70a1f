import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { onError, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { parse as parseCookies } from 'hono/utils/cookie';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import type { Log } from '../engine/kernel/ports.ts';
import type { Workspace } from '../platform/workspace/workspace.ts';
import { isOurOwn } from './request-guard.ts';
import type { Sessions } from './sessions.ts';
import { cookieName } from './site.ts';

/** Close codes of README.md. */
const noSession = 4401;
const workspaceSwitched = 4409;
const goingAway = 1001;
/** RFC 6455 §7.4.1. */
const internalError = 1011;

const refusal = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** The answer to the call that switched the workspace must still reach its window. */
const graceMs = 500;
const keyPatienceMs = 10_000;
/** A backup arrives as one message; the contract accepts no longer text, in bytes. */
const mostBytes = 32 * 1024 * 1024;
/** A reloaded page reconnects within this time. */
const returnMs = 5_000;

/** The open windows of the host. */
export interface Sockets {
  /** Called when the last window is gone and did not reconnect. */
  onLastClosed(listener: () => void): void;
  close(): void;
}

/** Serves the contract on `/rpc` to sockets that bring cookie and key. */
export function serveSockets(options: {
  readonly server: Server;
  readonly address: string;
  readonly sessions: Sessions;
  readonly workspace: Workspace;
  readonly log: Pick<Log, 'warn' | 'error'>;
}): Sockets {
  const { server, address, sessions, workspace, log } = options;
  const socketServer = new WebSocketServer({ noServer: true, maxPayload: mostBytes });
  const admitted = new Set<WebSocket>();
  const lastClosed: (() => void)[] = [];
  let returning: NodeJS.Timeout | undefined;

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node removes its own listener: without one, a connection reset by the peer would end the process.
    socket.on('error', () => socket.destroy());
    const { host, origin, cookie } = request.headers;
    const own = isOurOwn({ method: 'GET', host, origin, upgrade: true }, address);
    const session = parseCookies(cookie ?? '')[cookieName(address)];
    if (!own || request.url !== '/rpc' || !sessions.knowsCookie(session)) {
      // The peer can keep its half open indefinitely, and closing the server would wait for it.
      socket.end(refusal, () => socket.destroy());
      return;
    }
    socketServer.handleUpgrade(request, socket, head, (webSocket) => greet(webSocket, session));
  });

  const greet = (socket: WebSocket, cookie: string | undefined): void => {
    const impatience = setTimeout(() => socket.close(noSession), keyPatienceMs);
    socket.on('error', (error) => log.warn('web.socket', { reason: error.message }));
    socket.on('close', () => {
      clearTimeout(impatience);
      if (!admitted.delete(socket) || admitted.size > 0) return;
      returning = setTimeout(() => lastClosed.forEach((tell) => tell()), returnMs);
    });
    socket.once('message', (data: RawData, isBinary: boolean) => {
      clearTimeout(impatience);
      if (isBinary || !sessions.admits(cookie, textOf(data))) {
        socket.close(noSession);
        return;
      }
      clearTimeout(returning);
      admitted.add(socket);
      serve(socket).catch((error: unknown) => {
        logFault(error);
        socket.close(internalError);
      });
    });
  };
  /**
   * An expected failure is an answer. For a bug, the page receives only that it was one; the log records why.
   */
  const logFault = (error: unknown): void => {
    if (error instanceof ORPCError && error.defined) return;
    const reason = error instanceof Error ? (error.stack ?? error.message).slice(0, 2000) : null;
    log.error('web.callFailed', { reason });
  };
  const serve = async (socket: WebSocket): Promise<void> => {
    const router = await workspace.router();
    const handler = new RPCHandler(router, { interceptors: [onError(logFault)] });
    await handler.upgrade(socket, { context: {} });
    socket.send('ready');
  };

  const forget = workspace.onSwitched(() => {
    const before = [...admitted];
    setTimeout(() => before.forEach((socket) => socket.close(workspaceSwitched)), graceMs);
  });
  return {
    onLastClosed: (listener) => void lastClosed.push(listener),
    close() {
      forget();
      clearTimeout(returning);
      const open = [...admitted];
      // They close with the host: none of them is a last window that might reconnect.
      admitted.clear();
      for (const socket of open) socket.close(goingAway);
      for (const socket of socketServer.clients) socket.terminate();
      socketServer.close();
    },
  };
}

function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString('utf8') : '';
}
