import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { problemFromStoreError } from '../database/store-error.ts';
import { serveThread } from './thread-calls.ts';
import type { StoreFolder } from './store-folder.ts';

/** Rooms whose files are open. */
export interface OpenedRooms {
  readonly rooms: object;
  /** The file that a room's methods use. */
  readonly fileOf: (room: string) => string;
  readonly close: () => void;
}

const storeFolder = z.object({
  folder: z.string(),
  key: z.instanceof(Uint8Array),
  mayMakeLedger: z.boolean(),
});

/** Serves rooms from this thread: opens their files on request, and calls their methods by name. */
export function serveRooms(open: (folder: StoreFolder) => OpenedRooms): void {
  if (!parentPort) throw new Error('A store thread is started as a worker thread.');
  let opened: OpenedRooms | null = null;
  serveThread(parentPort, {
    open() {
      opened = open(storeFolder.parse(workerData));
    },
    call: (room, method, args) => callRoom(opened, room, method, args),
    close() {
      opened?.close();
      opened = null;
    },
  });
}

/**
 * Calls a room's method by name. Errors of SQLite or the system become expected failures that name the file.
 */
export async function callRoom(
  opened: OpenedRooms | null,
  room: string,
  method: string,
  args: readonly unknown[],
): Promise<unknown> {
  const methods: unknown = own(opened?.rooms ?? {}, room);
  const found: unknown = own(methods, method);
  if (typeof found !== 'function' || opened === null) {
    throw new Error(`The store has no ${room}.${method}.`);
  }
  try {
    return await (Reflect.apply(found, methods, [...args]) as unknown);
  } catch (error) {
    throw problemFromStoreError(error, opened.fileOf(room)) ?? error;
  }
}

function own(holder: unknown, name: string): unknown {
  return holder instanceof Object && Object.hasOwn(holder, name)
    ? Reflect.get(holder, name)
    : undefined;
}
