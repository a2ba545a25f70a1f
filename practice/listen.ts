import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A listening server of the practice cloud. */
export interface Listener {
  readonly port: number;
  /** Closes all connections, including unfinished TLS handshakes, which Node's `close` would wait for. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; 0 chooses a free port. Rejects with the system's error. */
export async function listen(server: Server, port: number): Promise<Listener> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    // This handler remains: if the system refuses a connection later, only that connection ends.
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () =>
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
