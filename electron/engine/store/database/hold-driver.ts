import SqliteDatabase from 'better-sqlite3-multiple-ciphers';

/**
 * Keeps SQLite's driver loaded while this process runs, by loading it in the caller's thread too. If only
 * worker threads load it, Node unloads it with the last of them, but V8 may still call into it at that
 * thread's last garbage collection: the process then dies of SIGSEGV.
 * Source: WiseLibs/better-sqlite3, issue 1476 and pull request 1477.
 */
export function holdDriver(): void {
  new SqliteDatabase(':memory:').close();
}
