import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A server of the practice cloud that listens. */
export interface Listener {
  readonly port: number;
  /** Ends with whatever is connected, TLS handshakes that never finish too: Node's own closing waits for those. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; 0 takes a free port. Rejects with the system's error. */
export async function listen(server: Server, port: number): Promise<Listener> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    // It stays: the system may refuse a connection later on, which ends nothing but that connection.
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
