import type { Database } from '../../../database/open.ts';
import { rowRange } from '../../schema/codes.ts';
import type { Steps } from '../../../database/in-steps.ts';
import { createMoveNewObjects } from '../objects/move-new-objects.ts';

const portion = 300;

/** Deletes all data of a tenant, including the search index entries. */
export function createForgetTenant(database: Database) {
  const moveNewObjects = createMoveNewObjects(database);
  const erase = (table: string, search: string | null) => ({
    rows: database
      .prepare(`SELECT row FROM ${table} WHERE row BETWEEN ? AND ? LIMIT ${portion}`)
      .pluck(),
    row: database.prepare(`DELETE FROM ${table} WHERE row = ?`),
    text: search ? database.prepare(`DELETE FROM ${search} WHERE rowid = ?`) : null,
  });
  const tables = [
    erase('person', 'person_search'),
    erase('grp', 'grp_search'),
    erase('thing', null),
  ];
  const objects = database
    .prepare(`SELECT no FROM object WHERE tenant_no = ? LIMIT ${portion}`)
    .pluck();
  const memberships = database.prepare('DELETE FROM membership WHERE group_no = ?');
  const memberOf = database.prepare('DELETE FROM member_of WHERE member_no = ?');
  const size = database.prepare('DELETE FROM group_size WHERE group_no = ?');
  const failed = database.prepare('DELETE FROM failed_group WHERE group_no = ?');
  const object = database.prepare('DELETE FROM object WHERE no = ?');
  const hide = database.prepare(
    'UPDATE tenant SET current_sync = 0, synced_at = NULL WHERE no = ?',
  );
  const tenant = database.prepare('DELETE FROM tenant WHERE no = ?');
  const merge = ['person_search', 'grp_search'].map((search) =>
    database.prepare(`INSERT INTO ${search} (${search}) VALUES ('optimize')`),
  );

  return function* forget(tenantNo: number): Steps<void> {
    hide.run(tenantNo);
    yield 1;
    yield* moveNewObjects(tenantNo);
    const [first, last] = rowRange(tenantNo);
    for (const { rows, row: eraseRow, text } of tables) {
      for (;;) {
        const found = rows.all(first, last) as number[];
        for (const row of found) {
          eraseRow.run(row);
          text?.run(row);
        }
        yield found.length * 4 + 1;
        if (found.length < portion) break;
      }
    }
    for (;;) {
      const found = objects.all(tenantNo) as number[];
      for (const no of found) {
        const erased = memberships.run(no).changes + memberOf.run(no).changes;
        size.run(no);
        failed.run(no);
        object.run(no);
        yield erased + 2;
      }
      if (found.length < portion) break;
    }
    tenant.run(tenantNo);
    // The text of a deleted row remains in an index until its segments are merged.
    for (const statement of merge) statement.run();
  };
}
