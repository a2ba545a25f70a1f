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

/** What became of a directory that could not be used: the name that it has now, null where it was gone. */
export interface SetAside {
  readonly file: string;
  readonly keptAs: string | null;
}

/** An open directory with what writes into it: to prepare that reads the search index, which may be damaged. */
interface UsableDirectory {
  readonly directory: Database;
  readonly syncs: ReturnType<typeof createSyncQueries>;
}

/**
 * Opens the directory in its newest shape. It is a cache: one that is missing or damaged is set aside
 * under another name, and an empty one takes its place. The ledger's write lock makes several processes
 * take turns, so that none sets aside what another has just made.
 *
 * @param isNewFolder whether the ledger was made just now: then no directory is missing
 * @param isDamaged whether damage was met in it while it was in use, which opening it would not show
 * @throws EvergrantError `store.newerSchema`, and those of `openDatabase` that are no damage
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

/** Null where the file is missing or damaged. */
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

/** Another kind of database of ours, or one whose stated version is not its own. */
function isOtherShape(directory: Database): boolean {
  const known = directory.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'sync_run'`).get();
  return known === undefined;
}

/** The ledger was opened with the same key: here a wrong key means bytes of something else. */
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
