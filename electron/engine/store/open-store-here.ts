import type { DataFolder } from '../kernel/ports.ts';
import { joinRooms } from './store.ts';
import type { Store } from './store.ts';
import { openReaderRooms } from './workers/reader-rooms.ts';
import type { ThreadClient } from './workers/thread-calls.ts';
import { callRoom } from './workers/serve-rooms.ts';
import { openWriterRooms } from './workers/writer-rooms.ts';
import type { StoreFolder } from './workers/store-folder.ts';

/** Opens the store in the caller's thread, for tests of services, where threads would only cost time. */
export function openStoreHere(data: DataFolder): Store {
  const folder: StoreFolder = {
    folder: data.path,
    key: data.key,
    mayMakeLedger: data.mayMakeLedger ?? false,
  };
  const writer = openWriterRooms(folder);
  const reader = openReaderRooms(folder);
  const here: Pick<ThreadClient, 'call'> = {
    call: (room, method, args) =>
      callRoom(Object.hasOwn(reader.rooms, room) ? reader : writer, room, method, args),
  };
  return joinRooms(
    () => here,
    async () => {
      reader.close();
      writer.close();
    },
  );
}
