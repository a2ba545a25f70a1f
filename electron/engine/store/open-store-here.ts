import type { DataFolder } from '../ports.ts';
import { joinRooms } from './store.ts';
import type { Store } from './store.ts';
import { openReaderRooms } from './workers/reader-rooms.ts';
import type { ThreadClient } from './workers/thread-calls.ts';
import { openWriterRooms } from './workers/writer-rooms.ts';
import type { StoreFolder } from './workers/writer-rooms.ts';

/** The same store in the caller's thread: for tests of services, where threads would only cost time. */
export function openStoreHere(data: DataFolder): Store {
  const folder: StoreFolder = { folder: data.path, key: data.key };
  const writer = openWriterRooms(folder);
  const reader = openReaderRooms(folder);
  const rooms: Record<string, object> = { ...writer.rooms, ...reader.rooms };
  const here: Pick<ThreadClient, 'call'> = {
    async call(room, method, args) {
      const found: unknown = Reflect.get(rooms[room] ?? {}, method);
      if (typeof found !== 'function') throw new Error(`The store has no ${room}.${method}.`);
      return await (Reflect.apply(found, rooms[room], [...args]) as unknown);
    },
  };
  return joinRooms(
    () => here,
    async () => {
      reader.close();
      writer.close();
    },
  );
}
