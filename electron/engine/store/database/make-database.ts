import { linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
import { migrate } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { openDatabase } from './open.ts';
import { problemFromStoreError } from './store-error.ts';

/**
 * Creates a complete database with the newest schema, and only then gives it its name. A process that dies in
 * between leaves no empty file that would later look damaged. Never replaces a file.
 *
 * @throws EvergrantError as `openDatabase`
 */
export function makeDatabase(
  path: string,
  key: Uint8Array,
  migrations: readonly Migration[],
): void {
  const unnamed = `${path}.new-${process.pid}-${threadId}`;
  remove(unnamed);
  try {
    const database = openDatabase(unnamed, { key });
    try {
      migrate(database, migrations);
    } finally {
      database.close();
    }
    giveName(unnamed, path);
  } catch (error) {
    throw problemFromStoreError(error, path) ?? error;
  } finally {
    remove(unnamed);
  }
}

function remove(path: string): void {
  for (const beside of ['', '-wal', '-shm']) rmSync(path + beside, { force: true });
}

/**
 * A hard link never overwrites. If it fails because another process created the file, that file remains;
 * on a disk without hard links, the file is renamed instead.
 */
function giveName(unnamed: string, path: string): void {
  try {
    linkSync(unnamed, path);
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
    if (!(error instanceof Error && 'code' in error)) throw error;
    renameSync(unnamed, path);
  }
}
