import { statSync } from 'node:fs';
import { join } from 'node:path';
import { problemFromFileError } from '../../errors/file-error.ts';
import { dropSetAside, setAsideCopies } from '../database/set-aside.ts';
import type { Database } from '../database/open.ts';
import { directoryFile, ledgerFile } from '../database/store-error.ts';
import { createLedgerQueries } from '../ledger/ledger-queries.ts';
import { openDirectory } from './open-directory.ts';
import type { SetAside } from './open-directory.ts';
import { openLedger } from './open-ledger.ts';
import type { StoreFolder } from './store-folder.ts';

/** Which of the two files another process has written to since the last question. */
export interface OtherWrites {
  readonly ledger: boolean;
  readonly directory: boolean;
}

/** Opens both files in their newest shape, and prepares everything that writes. */
export function openWriterRooms(data: StoreFolder) {
  const { ledger, isNew } = openLedger(data);
  const path = join(data.folder, directoryFile);
  const opened = openedOrClosed(ledger, () => openDirectory(ledger, data, isNew));
  let { directory, setAside } = opened;
  let file = fileNumber(path);
  const moved = { ledger: versionOf(ledger), directory: versionOf(directory) };
  const use = (now: ReturnType<typeof openDirectory>): void => {
    ({ directory } = now);
    setAside = now.setAside ?? setAside;
    file = fileNumber(path);
    moved.directory = versionOf(directory);
    rooms.syncs = now.syncs;
  };
  const rooms = {
    ...createLedgerQueries(ledger),
    syncs: opened.syncs,
    store: {
      /** `data_version` moves only when another connection has committed, never by our own writes. */
      otherWrites: (): OtherWrites => ({ ledger: moved.ledger(), directory: moved.directory() }),
      /** What the opening did with a directory that could not be used. */
      setAside: (): SetAside | null => setAside,
      /** Names of the damaged directories that are kept: each may hold people of any customer. */
      damagedCopies: (): readonly string[] => setAsideCopies(path),
      /** Deletes them. Throws `store.folderUnusable` and its like. */
      dropDamagedCopies: (): readonly string[] => {
        try {
          const names = dropSetAside(path);
          if (setAside !== null) setAside = { ...setAside, keptAs: null };
          return names;
        } catch (error) {
          throw problemFromFileError(error, data.folder) ?? error;
        }
      },
      /**
       * Opens the directory that is there now, where another process has set aside the one that is open here:
       * what is written into that is lost. Not while a sync of this process writes: its rows belong together.
       *
       * @returns whether it was opened again
       */
      followDirectory: (): boolean => {
        if (fileNumber(path) === file || rooms.syncs.isWriting()) return false;
        const now = openDirectory(ledger, data, false);
        directory.close();
        use(now);
        return true;
      },
      /** Puts an empty directory in the place of one whose damage was met while it was in use. */
      replaceDirectory: (): SetAside => {
        directory.close();
        // Another process may have been faster: its new file stays.
        const replaced = openDirectory(ledger, data, false, fileNumber(path) === file);
        use(replaced);
        return (setAside = replaced.setAside ?? { file: directoryFile, keptAs: null });
      },
    },
  };
  return {
    rooms,
    fileOf: (room: string): string =>
      join(data.folder, room === 'syncs' ? directoryFile : ledgerFile),
    close: () => {
      directory.close();
      ledger.close();
    },
  };
}
export type WriterRooms = ReturnType<typeof openWriterRooms>['rooms'];

function versionOf(database: Database): () => boolean {
  const read = (): unknown => database.pragma('data_version', { simple: true });
  let last = read();
  return () => {
    const now = read();
    const moved = now !== last;
    last = now;
    return moved;
  };
}

function openedOrClosed<T>(ledger: Database, open: () => T): T {
  try {
    return open();
  } catch (error) {
    ledger.close();
    throw error;
  }
}

/** A file's number on its disk: another file of the same name has another. */
function fileNumber(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
