import { closeSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { makeFolder } from './make-folder.ts';
import { busyTimeoutMs } from './open.ts';
import { problemFromStoreError } from './store-error.ts';

/**
 * Creates a store file while no other process does. Processes take turns by SQLite's lock on a file beside
 * it, because the system releases that lock when a process is killed.
 *
 * @param isMade called once the lock is held: another process may have been faster. The lock file is
 * deleted only when the file exists, so a process still waiting on the deleted lock finds the file.
 * @throws EvergrantError as `openDatabase`
 */
export function makeInTurn(path: string, isMade: () => boolean, make: () => void): void {
  const lock = `${path}.making`;
  const turn = takeTurn(lock, path, isMade);
  if (turn === null) return;
  try {
    if (!isMade()) make();
  } finally {
    turn.close();
    if (isMade()) remove(lock);
  }
}

/**
 * Null if the turn was missed: its holder created the file and deleted the lock while it was being opened.
 */
function takeTurn(
  lock: string,
  path: string,
  isMade: () => boolean,
): SqliteDatabase.Database | null {
  try {
    makeFolder(dirname(path));
    closeSync(openSync(lock, 'a', 0o600));
    const turn = new SqliteDatabase(lock, { timeout: busyTimeoutMs });
    try {
      turn.exec('BEGIN EXCLUSIVE');
      return turn;
    } catch (error) {
      turn.close();
      throw error;
    }
  } catch (error) {
    if (isMade()) return null;
    throw problemFromStoreError(error, path) ?? error;
  }
}

/** Windows can't delete a file that another process has open; that process deletes it when its turn ends. */
function remove(lock: string): void {
  try {
    rmSync(lock, { force: true });
  } catch {
    // Leaves an empty file, which the next process that creates the ledger deletes.
  }
}
