import { closeSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { makeFolder } from './make-folder.ts';
import { busyTimeoutMs } from './open.ts';
import { problemFromStoreError } from './store-error.ts';

/**
 * Makes a file of the store while no other process does. SQLite's own lock on a file beside it is what
 * they take turns by: the system releases it when a process is killed.
 *
 * @param isMade asked in the turn: another process may have been faster. The lock's file is deleted only
 *   where the file is there, so that one who still waits at the deleted lock finds it made.
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

/** Null where the turn was missed: who had it made the file, and deleted the lock while it was being taken. */
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

/** Windows deletes no file that another process has open; that one deletes it when its turn ends. */
function remove(lock: string): void {
  try {
    rmSync(lock, { force: true });
  } catch {
    // An empty file of no use, which the next one who makes the ledger deletes.
  }
}
