import type { Migration } from '../../../database/migrate.ts';
import { sql as directory } from './0001-directory.ts';
import { sql as history } from './0002-history.ts';
import { sql as reliability } from './0003-reliability.ts';
import { sql as syncFailures } from './0004-sync-failures.ts';

/** The migrations of `directory.db`, oldest first. Append-only. */
export const directoryMigrations: readonly Migration[] = [
  { title: 'directory', sql: directory },
  { title: 'history', sql: history },
  { title: 'reliability', sql: reliability },
  { title: 'sync failures', sql: syncFailures },
];
