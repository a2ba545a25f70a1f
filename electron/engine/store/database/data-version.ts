import type { Database } from './open.ts';

/**
 * Returns a token for the content of the database. The token changes whenever this or another connection
 * writes, even if the write changes nothing or is rolled back. Read the token before the data: a write in
 * between then causes a second read, and is never missed.
 */
export function createDataVersion(database: Database): () => string {
  // A file that replaces this one has a new connection, whose counter starts over: the random id differs.
  const connection: unknown = database.prepare('SELECT hex(randomblob(16))').pluck().get();
  const own = database.prepare('SELECT total_changes()').pluck();
  return () => {
    const others: unknown = database.pragma('data_version', { simple: true });
    return `${String(connection)} ${String(others)} ${String(own.get())}`;
  };
}
