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
 * Opens the ledger in its newest shape. It is made only in a folder that holds nothing of ours, or where
 * a person said so; one that is missing, empty or damaged otherwise is refused and not touched.
 *
 * @throws EvergrantError `store.ledgerMissing`, `store.damaged`, `store.wrongKey`, `store.newerSchema`,
 *   and those of `openDatabase`
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
 * Makes the ledger of a folder in which none was found. One that another process has made since stays.
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
    // A log left by another ledger would be played back into the new one.
    setAside(path);
    makeDatabase(path, key, ledgerMigrations);
  });
}

/** What would refuse the folder after the ledger was made is refused before: an empty one must not be left. */
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
    // A shape that the migrations do not fit: the version that the file states is not its own.
    throw sqliteCodeOf(error) === 'SQLITE_ERROR' ? damaged(path, error) : error;
  }
}

/** Whether the key opens the other file: then it is right, and the ledger is damaged. */
function opensDirectory(folder: string, key: Uint8Array): boolean {
  const directory = openReadOnly(folder, key);
  directory?.close();
  return directory !== null;
}

/** The directory; null where it is missing or does not open. */
function openReadOnly(folder: string, key: Uint8Array): Database | null {
  const path = join(folder, directoryFile);
  if ((sizeOf(path) ?? 0) === 0) return null;
  try {
    return openDatabase(path, { key, readonly: true });
  } catch {
    return null;
  }
}

/** Bytes; null where there is no such file. A folder in its place is no empty file. */
export function sizeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  return found.isFile() ? found.size : -1;
}
