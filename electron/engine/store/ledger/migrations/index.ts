import type { Migration } from '../../database/migrate.ts';
import { sql as ledger } from './0001-ledger.ts';
import { sql as policies } from './0002-policies.ts';

/** The ledger's migrations, oldest first. Append-only. */
export const ledgerMigrations: readonly Migration[] = [
  { title: 'ledger', sql: ledger },
  { title: 'policies', sql: policies },
];
