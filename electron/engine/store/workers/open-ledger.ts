import { statSync } from 'node:fs';
import { join } from 'node:path';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { makeDatabase } from '../database/make-database.ts';
import { makeInTurn } from '../database/in-turn.ts';
import { migrate, refuseNewer } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import type { Database } from '../database/open.ts';
import { ownFiles } from '../database/own-files.ts';
import { setAside } from '../database/set-aside.ts';
import { damaged, directoryFile, ledgerFile, sqliteCodeOf } from '../database/store-error.ts';
import { directoryMigrations } from '../directory/schema/migrations/index.ts';
import { ledgerMigrations } from '../ledger/migrations/index.ts';
import type { StoreFolder } from './store-folder.ts';

/**
 * Opens the ledger and migrates it to the newest schema. Creates it only in a folder without Evergrant's
 * files, or if a person confirmed that. A ledger that is otherwise missing, empty or damaged is refused and
 * not changed.
 *
 * @throws EvergrantError `store.ledgerMissing`, `store.damaged`, `store.wrongKey`, `store.newerSchema`,
 * and those of `openDatabase`
 */
export function openLedger({ folder, key, mayMakeLedger }: StoreFolder): {
  readonly ledger: Database;
  readonly isNew: boolean;
} {
  const path = join(folder, ledgerFile);
  const size = sizeOf(path);
  if (size === 0) throw damaged(path);
  if (size === null) makeLedger({ folder, key, mayMakeLedger });
  return { ledger: openWhole(folder, path, key), isNew: size === null };
}

/**
 * Creates the ledger of a folder that has none. If another process has created one in the meantime, it
 * remains.
 *
 * @throws EvergrantError `store.ledgerMissing`, `store.newerSchema`, and those of `openDatabase`
 */
export function makeLedger({ folder, key, mayMakeLedger }: StoreFolder): void {
  const path = join(folder, ledgerFile);
  const isMade = (): boolean => sizeOf(path) !== null;
  const found = ownFiles(folder);
  if (isMade()) return;
  if (found.length > 0 && mayMakeLedger !== true) {
    throw new EvergrantError('store.ledgerMissing', {
      params: { folder, found: found.join(', ') },
      retry: 'after',
    });
  }
  refuseNewerDirectory(folder, key);
  makeInTurn(path, isMade, () => {
    // SQLite would replay another ledger's write-ahead log into the new one.
    setAside(path);
    makeDatabase(path, key, ledgerMigrations);
  });
}

/** Refuses a newer directory before the ledger is created, so that no empty ledger is left behind. */
function refuseNewerDirectory(folder: string, key: Uint8Array): void {
  const directory = openReadOnly(folder, key);
  try {
    if (directory !== null) refuseNewer(directory, directoryMigrations);
  } finally {
    directory?.close();
  }
}

function openWhole(folder: string, path: string, key: Uint8Array): Database {
  let ledger: Database | null = null;
  try {
    ledger = openDatabase(path, { key });
    const known = ledger.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'lease'`).get();
    if (known === undefined) throw damaged(path);
    migrate(ledger, ledgerMigrations);
    return ledger;
  } catch (error) {
    ledger?.close();
    const isWrongKey = error instanceof EvergrantError && error.code === 'store.wrongKey';
    if (isWrongKey && opensDirectory(folder, key)) throw damaged(path, error);
    // The migrations don't fit the schema: the version in the file is wrong.
    throw sqliteCodeOf(error) === 'SQLITE_ERROR' ? damaged(path, error) : error;
  }
}

/** Whether the key opens the other file. If so, the key is right and the ledger is damaged. */
function opensDirectory(folder: string, key: Uint8Array): boolean {
  const directory = openReadOnly(folder, key);
  directory?.close();
  return directory !== null;
}

/** The directory; null if it's missing or doesn't open. */
function openReadOnly(folder: string, key: Uint8Array): Database | null {
  const path = join(folder, directoryFile);
  if ((sizeOf(path) ?? 0) === 0) return null;
  try {
    return openDatabase(path, { key, readonly: true });
  } catch {
    return null;
  }
}

/** In bytes; null if the file doesn't exist. A folder with this name doesn't count as an empty file. */
export function sizeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  return found.isFile() ? found.size : -1;
}
