import SqliteDatabase from 'better-sqlite3-multiple-ciphers';

/**
 * Keeps SQLite's driver loaded for as long as this process runs, by loading it in the caller's thread too.
 * Where only worker threads have it, Node takes it out of memory with the last of them, while V8 may still
 * call into it at that thread's last collection: the process dies of SIGSEGV.
 * Source: WiseLibs/better-sqlite3, issue 1476 and pull request 1477.
 */
export function holdDriver(): void {
  new SqliteDatabase(':memory:').close();
}
