import type { Database } from '../../database/open.ts';
import { seenAt } from './nesting.ts';
import { personColumns } from './person-rows.ts';
import type { PersonColumns } from './person-rows.ts';
import type { TenantView } from './tenant-views.ts';

/** Finds a person by id at the shown sync; null if that sync has no such person. */
export function createFindPerson(database: Database) {
  const find = database.prepare(
    `SELECT ${personColumns} FROM object o CROSS JOIN person p ON p.no = o.no AND ${seenAt('p')}
     WHERE o.tenant_no = $tenant AND o.id = $id`,
  );
  return (view: TenantView, id: string): PersonColumns | null =>
    (find.get({ sync: view.sync, tenant: view.no, id }) as PersonColumns | undefined) ?? null;
}
