import type { BackupStore, Merged } from '../../backup/store.ts';
import type { Millis } from '../../kernel/ports.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { mergeRows } from './backup/merge-rows.ts';
import { packRows, unpackRows } from './backup/packed-rows.ts';

/** Packs the ledger's rows for a backup, and restores them from one. */
export function createBackupQueries(database: Database): Synchronous<BackupStore> {
  /** Performs the real merge and rolls it back, so the reported result is exact. */
  const tryOut = (bytes: Uint8Array, madeAt: Millis): Merged => {
    const rows = unpackRows(bytes);
    database.exec('BEGIN IMMEDIATE');
    try {
      return mergeRows(database, rows, madeAt);
    } finally {
      database.exec('ROLLBACK');
    }
  };
  return {
    pack: () => packRows(database),
    compare: tryOut,
    merge: (bytes, madeAt) => {
      const rows = unpackRows(bytes);
      return database.transaction(() => mergeRows(database, rows, madeAt)).immediate();
    },
  };
}
