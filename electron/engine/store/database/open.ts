import { chmodSync, closeSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { makeFolder } from './make-folder.ts';
import { damaged, problemFromStoreError, sqliteCodeOf } from './store-error.ts';

/** A connection to one encrypted file. */
export type Database = SqliteDatabase.Database;
/** A prepared statement. The query file that prepares it defines its parameters and rows. */
export type Statement = SqliteDatabase.Statement<unknown[], unknown>;

/** Length of the key of both files, in bytes. */
const keyLength = 32;

/**
 * Pages of 4 KiB in the write-ahead log before they are copied into the file. A page that many transactions
 * write is then encrypted for the file only once. With 1,000, the default, a sync takes a third longer.
 */
const checkpointPages = 8000;

/** How long a connection waits for another process to finish its transaction. */
export const busyTimeoutMs = 10_000;

export interface OpenOptions {
  readonly key: Uint8Array;
  readonly readonly?: boolean;
  /** Page cache in mebibytes. It holds decrypted pages, so a hot page is decrypted only once. */
  readonly cacheMiB?: number;
}

/**
 * Opens an encrypted database, and creates it if it's missing: folder 0700, file 0600.
 *
 * The raw key is passed as `x'hex'`, so no time is spent on key derivation. `secure_delete` overwrites
 * deleted data; `temp_store` keeps temporary data in memory, because temporary files are not encrypted.
 *
 * @throws EvergrantError `store.wrongKey` if the key does not open the file (or its first page is
 *   damaged), and those of `problemFromStoreError`.
 */
export function openDatabase(file: string, options: OpenOptions): Database {
  if (options.key.byteLength !== keyLength) {
    throw new Error(`A database key has ${keyLength} bytes, this one ${options.key.byteLength}.`);
  }
  const database = connect(file, options);
  try {
    database.pragma(`cipher = 'sqlcipher'`);
    database.pragma(`key = "x'${Buffer.from(options.key).toString('hex')}'"`);
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    database.pragma(`busy_timeout = ${busyTimeoutMs}`);
    database.pragma('temp_store = MEMORY');
    database.pragma('foreign_keys = ON');
    database.pragma(`cache_size = ${-(options.cacheMiB ?? 8) * 1024}`);
    if (!options.readonly) {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = NORMAL');
      database.pragma('secure_delete = ON');
      database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
      database.pragma(`journal_size_limit = ${checkpointPages * 4096}`);
    }
    return database;
  } catch (error) {
    database.close();
    if (sqliteCodeOf(error) === 'SQLITE_NOTADB') {
      throw new EvergrantError('store.wrongKey', { cause: error });
    }
    throw problemFromStoreError(error, file) ?? error;
  }
}

function connect(file: string, options: OpenOptions): Database {
  try {
    if (!options.readonly) prepare(file);
    if (statSync(file).isDirectory()) throw damaged(file);
    return new SqliteDatabase(file, { readonly: options.readonly ?? false });
  } catch (error) {
    throw problemFromStoreError(error, file) ?? error;
  }
}

/** Changes permissions only where they differ: a folder of another account can still be shared. */
function prepare(file: string): void {
  const folder = dirname(file);
  makeFolder(folder);
  if ((statSync(folder).mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) throw damaged(file);
  closeSync(openSync(file, 'a', 0o600));
  if ((statSync(file).mode & 0o777) !== 0o600) chmodSync(file, 0o600);
}
