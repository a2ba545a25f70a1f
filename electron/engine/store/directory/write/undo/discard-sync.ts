import type { Database } from '../../../database/open.ts';
import { live, objectType, rowRange } from '../../schema/codes.ts';
import type { Steps } from '../../../database/in-steps.ts';
import { createMoveNewObjects } from '../objects/move-new-objects.ts';

const portion = 500;

/** Undoes a sync that was never shown: deletes its rows, and reopens the rows that it closed. */
export function createDiscard(database: Database) {
  const moveNewObjects = createMoveNewObjects(database);
  const table = (name: string, search: string | null) => ({
    last: database.prepare(`SELECT max(row) FROM ${name} WHERE row BETWEEN ? AND ?`).pluck(),
    unindex: search
      ? database.prepare(
          `DELETE FROM ${search} WHERE rowid IN
             (SELECT row FROM ${name} WHERE row BETWEEN ? AND ? AND added_in = ?)`,
        )
      : null,
    erase: database.prepare(`DELETE FROM ${name} WHERE row BETWEEN ? AND ? AND added_in = ?`),
    reopen: database.prepare(
      `UPDATE ${name} SET removed_in = ${live} WHERE row BETWEEN ? AND ? AND removed_in = ?`,
    ),
  });
  const tables = [
    table('person', 'person_search'),
    table('grp', 'grp_search'),
    table('thing', null),
  ];
  const groupsAfter = database.prepare(
    `SELECT no, id FROM object WHERE tenant_no = ? AND id > ? AND type = ${objectType.group} ORDER BY id LIMIT ${portion}`,
  );
  const written = database.prepare(
    'SELECT member_no, added_in FROM membership WHERE group_no = $group AND (added_in = $no OR removed_in = $no)',
  );
  const forBoth = (sql: (table: string) => string) =>
    ['membership', 'member_of'].map((name) => database.prepare(sql(name)));
  const eraseMember = forBoth(
    (name) => `DELETE FROM ${name} WHERE group_no = ? AND member_no = ? AND added_in = ?`,
  );
  const reopenMember = forBoth(
    (name) =>
      `UPDATE ${name} SET removed_in = ${live} WHERE group_no = ? AND member_no = ? AND removed_in = ?`,
  );
  const eraseSize = database.prepare('DELETE FROM group_size WHERE group_no = ? AND added_in = ?');
  const reopenSize = database.prepare(
    `UPDATE group_size SET removed_in = ${live} WHERE group_no = ? AND removed_in = ?`,
  );
  const eraseFailed = database.prepare(
    'DELETE FROM failed_group WHERE tenant_no = ? AND added_in = ?',
  );
  const reopenFailed = database.prepare(
    `UPDATE failed_group SET removed_in = ${live} WHERE tenant_no = ? AND removed_in = ?`,
  );
  const eraseListed = database.prepare('DELETE FROM listed_group WHERE sync_no = ?');
  const eraseChanged = database.prepare('DELETE FROM changed_group WHERE sync_no = ?');
  const eraseUnread = database.prepare('DELETE FROM unread_object WHERE sync_no = ?');
  const eraseTouched = database.prepare('DELETE FROM touched_group WHERE sync_no = ?');

  return function* discard(no: number, tenantNo: number): Steps<void> {
    yield* moveNewObjects(tenantNo);
    const [first, last] = rowRange(tenantNo);
    for (const { last: lastRow, unindex, erase, reopen } of tables) {
      const end = Number(lastRow.get(first, last) ?? first);
      for (let row = first; row <= end; row += portion) {
        unindex?.run(row, row + portion - 1, no);
        const erased = erase.run(row, row + portion - 1, no).changes;
        yield erased * 3 + reopen.run(row, row + portion - 1, no).changes + portion / 10;
      }
    }
    let after = '';
    for (;;) {
      const page = groupsAfter.all(tenantNo, after) as { no: number; id: string }[];
      for (const group of page) {
        const members = written.all({ group: group.no, no }) as {
          member_no: number;
          added_in: number;
        }[];
        for (const { member_no: memberNo, added_in: addedIn } of members) {
          for (const statement of addedIn === no ? eraseMember : reopenMember) {
            statement.run(group.no, memberNo, no);
          }
        }
        eraseSize.run(group.no, no);
        reopenSize.run(group.no, no);
        yield members.length * 2 + 3;
      }
      const end = page.at(-1);
      if (!end) break;
      after = end.id;
    }
    eraseFailed.run(tenantNo, no);
    reopenFailed.run(tenantNo, no);
    eraseListed.run(no);
    eraseChanged.run(no);
    eraseTouched.run(no);
    eraseUnread.run(no);
  };
}
