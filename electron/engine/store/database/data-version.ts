import type { Database } from './open.ts';

/**
 * A word for what the database holds: another one as soon as somebody has written, this connection or another.
 * A write that changes nothing, or is rolled back, gives another word too. Ask before you read what it stands
 * for: what is written in between is then read twice, and never missed.
 */
export function createDataVersion(database: Database): () => string {
  // A file that takes the place of this one is opened by another connection, which counts from the beginning.
  const connection: unknown = database.prepare('SELECT hex(randomblob(16))').pluck().get();
  const own = database.prepare('SELECT total_changes()').pluck();
  return () => {
    const others: unknown = database.pragma('data_version', { simple: true });
    return `${String(connection)} ${String(others)} ${String(own.get())}`;
  };
}
