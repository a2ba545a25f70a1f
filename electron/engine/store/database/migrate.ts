import { basename, dirname } from 'node:path';
import type { Database } from './open.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';

/**
 * One numbered step of a database's shape. The number is its place in the list, from 1.
 *
 * A file `NNNN-title.ts` exports `sql` and imports nothing; the list beside it is append-only.
 */
export interface Migration {
  readonly title: string;
  readonly sql: string;
}

/**
 * Brings a database to the newest shape, one transaction a step, and answers its version.
 *
 * The version is kept in `user_version`. Several processes may open at once: each step is
 * decided again inside its own immediate transaction.
 *
 * @throws EvergrantError `store.newerSchema` when a newer Evergrant has written this file.
 */
export function migrate(database: Database, migrations: readonly Migration[]): number {
  const readVersion = (): number => Number(database.pragma('user_version', { simple: true }));
  const refuseNewer = (version: number): void => {
    if (version > migrations.length) {
      throw new EvergrantError('store.newerSchema', {
        params: {
          file: basename(database.name),
          folder: dirname(database.name),
          found: version,
          known: migrations.length,
        },
      });
    }
  };
  refuseNewer(readVersion());
  for (const [index, migration] of migrations.entries()) {
    database
      .transaction(() => {
        const version = readVersion();
        refuseNewer(version);
        if (version > index) return;
        database.exec(migration.sql);
        database.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
  return migrations.length;
}
