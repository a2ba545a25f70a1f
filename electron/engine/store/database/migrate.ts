import { basename, dirname } from 'node:path';
import type { Database } from './open.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';

/**
 * One numbered step of a database's schema. The number is its position in the list, from 1.
 *
 * A file `NNNN-title.ts` exports `sql` and imports nothing; the list in `index.ts` is append-only.
 */
export interface Migration {
  readonly title: string;
  readonly sql: string;
}

/**
 * Migrates a database to the newest schema, one transaction per step, and returns its version.
 *
 * The version is stored in `user_version`. Several processes may open the database at the same time, so each
 * step checks the version again inside its own immediate transaction.
 *
 * @throws EvergrantError `store.newerSchema` when a newer Evergrant has written this file.
 */
export function migrate(database: Database, migrations: readonly Migration[]): number {
  refuseNewer(database, migrations);
  for (const [index, migration] of migrations.entries()) {
    database
      .transaction(() => {
        const version = refuseNewer(database, migrations);
        if (version > index) return;
        database.exec(migration.sql);
        database.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
  return migrations.length;
}

/**
 * Reads the version of a database's schema from `user_version`.
 *
 * @throws EvergrantError `store.newerSchema` when a newer Evergrant has written this file.
 */
export function refuseNewer(database: Database, migrations: readonly Migration[]): number {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version <= migrations.length) return version;
  throw new EvergrantError('store.newerSchema', {
    params: {
      file: basename(database.name),
      folder: dirname(database.name),
      found: version,
      known: migrations.length,
    },
  });
}
