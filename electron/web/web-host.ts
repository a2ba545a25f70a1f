import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import type { Text } from '../../text/create-text.ts';
import { EvergrantError } from '../engine/errors/evergrant-error.ts';
import type { Log, Random } from '../engine/kernel/ports.ts';
import type { Workspace } from '../platform/workspace/workspace.ts';
import type { Downloads } from './downloads.ts';
import { createSessions } from './sessions.ts';
import { createSite } from './site.ts';
import { serveSockets } from './sockets.ts';

/** A window needs a handful; opening more must not use up the process's file descriptors. */
const mostConnections = 256;

/** A web host that listens. */
export interface WebHost {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly address: string;
  /** A link that opens one window and works once. */
  link(): string;
  /** Called when the last window is gone: its key is lost with it, so a new link is needed. */
  onLastClosed(listener: () => void): void;
  close(): Promise<void>;
}

/**
 * Serves the screens on 127.0.0.1. Practice's pages are on `localhost`, a different host for cookies.
 *
 * @throws EvergrantError `web.portTaken`, `web.portRefused`
 */
export async function startWebHost(options: {
  readonly workspace: Workspace;
  readonly rendererDir: string;
  /** 0 picks a free port. */
  readonly port: number;
  readonly random: Random;
  /** The same object that the workspace's engine received as its port for files. */
  readonly downloads: Downloads;
  readonly log: Pick<Log, 'warn' | 'error'>;
  readonly text: Text;
}): Promise<WebHost> {
  let site: ReturnType<typeof createSite> | null = null;
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 },
    getRequestListener(
      (request, env) => site?.fetch(request, env as HttpBindings) ?? new Response(null),
    ),
  );
  server.maxConnections = mostConnections;
  await listen(server, options.port);
  // The system may refuse a connection later, when file descriptors run out.
  server.on('error', (error) => options.log.warn('web.server', { reason: error.message }));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const sessions = createSessions(options.random);
  site = createSite({ ...options, address, sessions });
  const sockets = serveSockets({ ...options, server, address, sessions });
  return {
    address,
    link: () => `${address}/open?once=${sessions.code()}`,
    onLastClosed: (listener) => sockets.onLastClosed(listener),
    async close() {
      sockets.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code === 'EADDRINUSE' ? 'web.portTaken' : 'web.portRefused';
      reject(new EvergrantError(code, { params: { port }, retry: 'after', cause: error }));
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
