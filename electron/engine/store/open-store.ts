import type { DataFolder, Log, Workers } from '../kernel/ports.ts';
import { errorOf, EvergrantError } from '../errors/evergrant-error.ts';
import { holdDriver } from './database/hold-driver.ts';
import { directoryFile } from './database/store-error.ts';
import { joinRooms } from './store.ts';
import type { Store } from './store.ts';
import type { SetAside } from './workers/open-directory.ts';
import type { ReaderRooms } from './workers/reader-rooms.ts';
import { connectThread } from './workers/thread-calls.ts';
import type { ThreadClient } from './workers/thread-calls.ts';
import type { StoreFolder } from './workers/store-folder.ts';

const readerRooms: ReadonlySet<string> = new Set<keyof ReaderRooms>([
  'groups',
  'people',
  'comparisons',
  'policies',
]);

/**
 * Opens the data folder in two threads: one writes (and reads the ledger); the other reads the directory and
 * starts on first use, because a sync doesn't need it. SQLite and the parsing of pages never run in the
 * caller's thread.
 *
 * A directory that is found damaged in use is immediately replaced by an empty one; the call that found the
 * damage fails with `store.cacheDamaged`, which names the file that was set aside. If another process
 * replaced it, the next sync first opens the new file in both threads.
 *
 * @throws EvergrantError `store.wrongKey`, `store.newerSchema`, `store.ledgerMissing`, and those of
 * `problemFromStoreError`.
 */
export async function openStore(ports: {
  readonly workers: Workers;
  readonly data: DataFolder;
  readonly log: Log;
}): Promise<Store> {
  holdDriver();
  const data: StoreFolder = {
    folder: ports.data.path,
    key: ports.data.key,
    mayMakeLedger: ports.data.mayMakeLedger ?? false,
  };
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
  const replaceDirectory = oneAtATime(async () => {
    await reader.reopen();
    const kept = (await writer.call('store', 'replaceDirectory', [])) as SetAside;
    ports.log.error('store.directorySetAside', { keptAs: kept.keptAs });
    return kept;
  });
  const followDirectory = oneAtATime(async () => {
    if (!(await writer.call('store', 'followDirectory', []))) return;
    await reader.reopen();
    ports.log.warn('store.directoryFollowed');
  });
  const replacing: Pick<ThreadClient, 'call'> = {
    async call(room, method, args) {
      try {
        if (room === 'syncs' && method === 'begin') await followDirectory();
        return await (readerRooms.has(room) ? reader : writer).call(room, method, args);
      } catch (error) {
        if (!(error instanceof EvergrantError && error.code === 'store.cacheDamaged')) throw error;
        const { keptAs } = await replaceDirectory();
        const params = { ...error.params, keptAs: keptAs ?? directoryFile };
        throw errorOf({ ...error.toProblem(), params, retry: 'now' }, error);
      }
    },
  };
  return joinRooms(() => replacing, close);
}

/** Calls that arrive while one is running share its result. */
function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () =>
    (running ??= work().finally(() => {
      running = null;
    }));
}

/** Starts a thread on first use. If the thread couldn't open its files, the next call starts it again. */
function openedWhenAsked(
  start: () => ThreadClient,
): Pick<ThreadClient, 'call' | 'close'> & { readonly reopen: () => Promise<void> } {
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
    async reopen() {
      const before = opened;
      opened = null;
      await (await before?.catch(() => null))?.close();
    },
    async close() {
      closed = true;
      await (await opened?.catch(() => null))?.close();
    },
  };
}
