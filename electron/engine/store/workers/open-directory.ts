import { join } from 'node:path';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { problemFromFileError } from '../../errors/file-error.ts';
import { makeDatabase } from '../database/make-database.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import type { Database } from '../database/open.ts';
import { setAside } from '../database/set-aside.ts';
import { damaged, directoryFile, isDamage, sqliteCodeOf } from '../database/store-error.ts';
import { directoryMigrations } from '../directory/schema/migrations/index.ts';
import { createSyncQueries } from '../directory/write/sync-queries.ts';
import { sizeOf } from './open-ledger.ts';

/** An unusable directory that was set aside, with its new name; null if the file was missing. */
export interface SetAside {
  readonly file: string;
  readonly keptAs: string | null;
}

/** An open directory and its write queries: preparing them reads the search index, which may be damaged. */
interface UsableDirectory {
  readonly directory: Database;
  readonly syncs: ReturnType<typeof createSyncQueries>;
}

/**
 * Opens the directory and migrates it to the newest schema. The directory is a cache: a missing or damaged
 * one is set aside under another name, and an empty one replaces it. Processes take turns by the ledger's
 * write lock, so that none sets aside a file that another has just created.
 *
 * @param isNewFolder whether the ledger was just created: if so, the directory isn't missing
 * @param isDamaged whether damage was found while it was in use, which opening it would not show
 * @throws EvergrantError `store.newerSchema`, and those of `openDatabase` except damage
 */
export function openDirectory(
  ledger: Database,
  { folder, key }: { readonly folder: string; readonly key: Uint8Array },
  isNewFolder: boolean,
  isDamaged = false,
): UsableDirectory & { readonly setAside: SetAside | null } {
  const path = join(folder, directoryFile);
  const found = isDamaged ? null : tryOpen(path, key);
  if (found !== null) return { ...found, setAside: null };
  return inTurn(ledger, () => {
    const others = isDamaged ? null : tryOpen(path, key);
    if (others !== null) return { ...others, setAside: null };
    const keptAs = moveAway(path, folder);
    makeDatabase(path, key, directoryMigrations);
    const made = tryOpen(path, key);
    if (made === null) throw damaged(path);
    const isWorthSaying = keptAs !== null || !isNewFolder;
    return { ...made, setAside: isWorthSaying ? { file: directoryFile, keptAs } : null };
  });
}

/** Null if the file is missing or damaged. */
function tryOpen(path: string, key: Uint8Array): UsableDirectory | null {
  if ((sizeOf(path) ?? 0) === 0) return null;
  let directory: Database | null = null;
  try {
    directory = openDatabase(path, { key, cacheMiB: 24 });
    if (isOtherShape(directory)) throw damaged(path);
    migrate(directory, directoryMigrations);
    return { directory, syncs: createSyncQueries(directory) };
  } catch (error) {
    directory?.close();
    if (isUnusable(error)) return null;
    throw error;
  }
}

/** Another kind of Evergrant database, or one whose stated version is wrong. */
function isOtherShape(directory: Database): boolean {
  const known = directory.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'sync_run'`).get();
  return known === undefined;
}

/**
 * The ledger was opened with the same key, so a wrong key means that the bytes are not those of the
 * directory.
 */
export function isUnusable(error: unknown): boolean {
  if (error instanceof EvergrantError) {
    return error.code === 'store.cacheDamaged' || error.code === 'store.wrongKey';
  }
  return isDamage(error) || sqliteCodeOf(error) === 'SQLITE_ERROR';
}

function moveAway(path: string, folder: string): string | null {
  try {
    return setAside(path);
  } catch (error) {
    throw problemFromFileError(error, folder) ?? error;
  }
}

function inTurn<T>(ledger: Database, work: () => T): T {
  ledger.exec('BEGIN IMMEDIATE');
  try {
    return work();
  } finally {
    ledger.exec('ROLLBACK');
  }
}
