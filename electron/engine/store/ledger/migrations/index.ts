import type { Migration } from '../../database/migrate.ts';
import { sql as ledger } from './0001-ledger.ts';

/** The ledger's migrations, oldest first. Append-only. */
export const ledgerMigrations: readonly Migration[] = [{ title: 'ledger', sql: ledger }];
