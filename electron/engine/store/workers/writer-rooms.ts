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

/** Which of the two files another process has written since the last call. */
export interface OtherWrites {
  readonly ledger: boolean;
  readonly directory: boolean;
}

/** Opens both files with the newest schema, and prepares all write queries. */
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
      /** `data_version` changes only when another connection commits, never by our own writes. */
      otherWrites: (): OtherWrites => ({ ledger: moved.ledger(), directory: moved.directory() }),
      /** What happened at opening to a directory that couldn't be used. */
      setAside: (): SetAside | null => setAside,
      /** Names of the damaged directories that still exist: each may contain people of any customer. */
      damagedCopies: (): readonly string[] => setAsideCopies(path),
      /** Deletes them. Throws for example `store.folderUnusable`. */
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
       * If another process has set aside the directory that is open, opens the new one: writes to the old
       * file are lost. Does nothing while a sync of this process is writing, because its rows belong
       * together.
       * @returns whether it was opened again
       */
      followDirectory: (): boolean => {
        if (fileNumber(path) === file || rooms.syncs.isWriting()) return false;
        const now = openDirectory(ledger, data, false);
        directory.close();
        use(now);
        return true;
      },
      /** Replaces a directory that was found damaged in use by an empty one. */
      replaceDirectory: (): SetAside => {
        directory.close();
        // Another process may have been faster: its new file remains.
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

/** A file's inode number: another file with the same name has a different one. */
function fileNumber(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
