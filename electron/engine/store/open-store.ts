import type { DataFolder, Log, Workers } from '../ports.ts';
import { holdDriver } from './database/hold-driver.ts';
import { joinRooms } from './store.ts';
import type { Store } from './store.ts';
import type { ReaderRooms } from './workers/reader-rooms.ts';
import { connectThread } from './workers/thread-calls.ts';
import type { ThreadClient } from './workers/thread-calls.ts';
import type { StoreFolder } from './workers/writer-rooms.ts';

const readerRooms: ReadonlySet<string> = new Set<keyof ReaderRooms>([
  'groups',
  'people',
  'comparisons',
  'policies',
]);

/**
 * Opens the data folder in two threads: one that writes (and reads the ledger), one that reads the
 * directory and starts with the first question to it: a sync needs none. SQLite and the parsing of pages
 * never run in the caller's thread.
 *
 * @throws EvergrantError `store.wrongKey`, `store.newerSchema`, `store.notOpened`.
 */
export async function openStore(ports: {
  readonly workers: Workers;
  readonly data: DataFolder;
  readonly log: Log;
}): Promise<Store> {
  holdDriver();
  const data: StoreFolder = { folder: ports.data.path, key: ports.data.key };
  const writer = connectThread(ports.workers.start('store-writer', data));
  const reader = openedWhenAsked(() => connectThread(ports.workers.start('store-reader', data)));
  const close = async (): Promise<void> => {
    await reader.close();
    await writer.close();
  };
  try {
    await writer.open();
  } catch (error) {
    await close();
    throw error;
  }
  ports.log.info('store.opened');
  return joinRooms((room) => (readerRooms.has(room) ? reader : writer), close);
}

/** A thread that is started by its first call. One that could not be opened is started anew by the next. */
function openedWhenAsked(start: () => ThreadClient): Pick<ThreadClient, 'call' | 'close'> {
  let opened: Promise<ThreadClient> | null = null;
  let closed = false;
  const open = async (): Promise<ThreadClient> => {
    if (closed) throw new Error('The store has been closed.');
    const thread = start();
    try {
      await thread.open();
      return thread;
    } catch (error) {
      opened = null;
      await thread.close();
      throw error;
    }
  };
  return {
    call: async (...asked) => await (await (opened ??= open())).call(...asked),
    async close() {
      closed = true;
      await (await opened?.catch(() => null))?.close();
    },
  };
}
