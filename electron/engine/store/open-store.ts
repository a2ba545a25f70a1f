import type { DataFolder, Log, Workers } from '../ports.ts';
import { joinRooms } from './store.ts';
import type { Store } from './store.ts';
import type { ReaderRooms } from './workers/reader-rooms.ts';
import { connectThread } from './workers/thread-calls.ts';
import type { StoreFolder } from './workers/writer-rooms.ts';

const readerRooms: ReadonlySet<string> = new Set<keyof ReaderRooms>([
  'groups',
  'people',
  'comparisons',
  'policies',
]);

/**
 * Opens the data folder in two threads: one that writes (and reads the ledger), one that reads the
 * directory. SQLite and the parsing of pages never run in the caller's thread.
 *
 * @throws EvergrantError `store.wrongKey`, `store.newerSchema`, `store.notOpened`.
 */
export async function openStore(ports: {
  readonly workers: Workers;
  readonly data: DataFolder;
  readonly log: Log;
}): Promise<Store> {
  const data: StoreFolder = { folder: ports.data.path, key: ports.data.key };
  const writer = connectThread(ports.workers.start('store-writer', data));
  const reader = connectThread(ports.workers.start('store-reader', data));
  const close = async (): Promise<void> => {
    await reader.close();
    await writer.close();
  };
  try {
    await writer.open();
    await reader.open();
  } catch (error) {
    await close();
    throw error;
  }
  ports.log.info('store.opened');
  return joinRooms((room) => (readerRooms.has(room) ? reader : writer), close);
}
