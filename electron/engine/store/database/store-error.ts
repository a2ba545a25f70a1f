import { statfsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { problemFromFileError } from '../../errors/file-error.ts';

export const ledgerFile = 'ledger.db';
export const directoryFile = 'directory.db';

/** In bytes. If a write fails with less free space than this, the disk counts as full. */
const hardlyAny = 1024 * 1024;

/**
 * SQLite's codes for a file with bytes that it didn't write: changed, truncated, or not a database. A wrong
 * key also gives `SQLITE_NOTADB`.
 */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB|FORMAT|IOERR_SHORT_READ)/.test(sqliteCodeOf(error) ?? '');
}

/**
 * Converts what SQLite or the system threw for a store file into an expected failure; null for a bug.
 *
 * Codes: `store.damaged` (the ledger), `store.cacheDamaged` (the directory), `store.full`,
 * `store.readOnly`, `store.busy`, `store.diskFailed`, `store.folderUnusable`.
 * Source: https://www.sqlite.org/rescode.html
 */
export function problemFromStoreError(error: unknown, path: string): EvergrantError | null {
  const reason = sqliteCodeOf(error);
  const folder = dirname(path);
  const file = basename(path);
  if (reason === null) {
    const denied = deniedRight(error);
    return denied !== null && isFile(path)
      ? new EvergrantError('store.readOnly', {
          params: { file, folder, reason: denied },
          retry: 'after',
          cause: error,
        })
      : problemFromFileError(error, folder);
  }
  if (isDamage(error)) return damaged(path, error);
  const make = (code: `store.${'full' | 'readOnly' | 'busy' | 'diskFailed'}`) =>
    new EvergrantError(code, { params: { file, folder, reason }, retry: 'after', cause: error });
  if (reason === 'SQLITE_FULL') return make('store.full');
  if (/^SQLITE_(?:READONLY|CANTOPEN|PERM|AUTH)/.test(reason)) {
    return make(isFull(folder) ? 'store.full' : 'store.readOnly');
  }
  if (/^SQLITE_(?:BUSY|LOCKED|PROTOCOL)/.test(reason)) return make('store.busy');
  if (reason.startsWith('SQLITE_IOERR')) {
    return make(isFull(folder) ? 'store.full' : 'store.diskFailed');
  }
  return null;
}

/** A file of the store whose bytes cannot be used. */
export function damaged(path: string, cause?: unknown): EvergrantError {
  const file = basename(path);
  const folder = dirname(path);
  if (file !== directoryFile) {
    return new EvergrantError('store.damaged', { params: { file, folder }, retry: 'after', cause });
  }
  return new EvergrantError('store.cacheDamaged', {
    // The file has its old name until the caller sets it aside.
    params: { file, folder, keptAs: file },
    retry: 'after',
    cause,
  });
}

/** The result code of an error from SQLite's driver. */
export function sqliteCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < hardlyAny;
  } catch {
    return false;
  }
}

/** The system's code for a missing permission; null for any other error. */
function deniedRight(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS'
    ? error.code
    : null;
}

/** Whether the folder lets this process see the file. If so, the permission on the file itself is missing. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
