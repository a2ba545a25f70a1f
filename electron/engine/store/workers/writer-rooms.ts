import { join } from 'node:path';
import { createSyncQueries } from '../directory/sync-queries.ts';
import { directoryMigrations } from '../directory/migrations/index.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import type { Database } from '../database/open.ts';
import { createLedgerQueries } from '../ledger/ledger-queries.ts';
import { ledgerMigrations } from '../ledger/migrations/index.ts';

/** Where the data is and what opens it. */
export interface StoreFolder {
  readonly folder: string;
  readonly key: Uint8Array;
}

export const ledgerFile = 'ledger.db';
export const directoryFile = 'directory.db';

/** Which of the two files another process has written to since the last question. */
export interface OtherWrites {
  readonly ledger: boolean;
  readonly directory: boolean;
}

/** Opens both files, brings them to the newest shape, and prepares everything that writes. */
export function openWriterRooms({ folder, key }: StoreFolder) {
  const ledger = openDatabase(join(folder, ledgerFile), { key });
  let directory: Database | null = null;
  try {
    migrate(ledger, ledgerMigrations);
    directory = openDatabase(join(folder, directoryFile), { key, cacheMiB: 24 });
    migrate(directory, directoryMigrations);
    const watch = { ledger: versionOf(ledger), directory: versionOf(directory) };
    return {
      rooms: {
        ...createLedgerQueries(ledger),
        syncs: createSyncQueries(directory),
        store: {
          /** `data_version` moves only when another connection has committed, never by our own writes. */
          otherWrites: (): OtherWrites => ({
            ledger: watch.ledger(),
            directory: watch.directory(),
          }),
        },
      },
      close: closerOf([ledger, directory]),
    };
  } catch (error) {
    closerOf([ledger, directory])();
    throw error;
  }
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

function closerOf(databases: readonly (Database | null)[]): () => void {
  return () => {
    for (const database of databases) database?.close();
  };
}
