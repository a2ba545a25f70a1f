import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { migrate } from '../../electron/engine/store/database/migrate.ts';
import { createLedgerQueries } from '../../electron/engine/store/ledger/ledger-queries.ts';
import type { LedgerQueries } from '../../electron/engine/store/ledger/ledger-queries.ts';
import { ledgerMigrations } from '../../electron/engine/store/ledger/migrations/index.ts';

/** A room's queries as its services call them: each returns a promise. */
type Async<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;
};

/** The ledger's real queries on an in-memory database, called asynchronously as from another thread. */
export type MemoryLedger = { [Room in keyof LedgerQueries]: Async<LedgerQueries[Room]> };

/** Opens an empty ledger that exists as long as the test. */
export function openMemoryLedger(): MemoryLedger {
  const database = new SqliteDatabase(':memory:');
  database.pragma('foreign_keys = ON');
  migrate(database, ledgerMigrations);
  const queries = createLedgerQueries(database);
  const rooms = Object.entries(queries).map(([room, calls]) => [room, asynchronous(calls)]);
  return Object.fromEntries(rooms) as MemoryLedger;
}

function asynchronous(calls: object): object {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]: [string, (...args: unknown[]) => unknown]) => [
      name,
      async (...args: unknown[]) => structuredClone(call(...structuredClone(args))),
    ]),
  );
}
