import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { serveThread } from './thread-calls.ts';
import type { StoreFolder } from './writer-rooms.ts';

interface OpenedRooms {
  readonly rooms: object;
  readonly close: () => void;
}

const storeFolder = z.object({ folder: z.string(), key: z.instanceof(Uint8Array) });

/** Serves rooms from this thread: opens them when asked, calls their methods by name. */
export function serveRooms(open: (folder: StoreFolder) => OpenedRooms): void {
  if (!parentPort) throw new Error('A store thread is started as a worker thread.');
  let opened: OpenedRooms | null = null;
  serveThread(parentPort, {
    open() {
      opened = open(storeFolder.parse(workerData));
    },
    call(room, method, args) {
      const methods: unknown = own(opened?.rooms ?? {}, room);
      const found: unknown = own(methods, method);
      if (typeof found !== 'function') throw new Error(`The store has no ${room}.${method}.`);
      return Reflect.apply(found, methods, [...args]);
    },
    close() {
      opened?.close();
      opened = null;
    },
  });
}

function own(holder: unknown, name: string): unknown {
  return holder instanceof Object && Object.hasOwn(holder, name)
    ? Reflect.get(holder, name)
    : undefined;
}
