import type { Database } from '../../../database/open.ts';
import type { ChangedGroups } from './changed-groups.ts';
import { live, objectType, rowRange } from '../../schema/codes.ts';
import { createEachGroup } from '../objects/each-group.ts';
import type { FailedGroups } from '../objects/failed-groups.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/** Rows closed at a time. */
const portion = 500;

/**
 * After a full sync: closes the rows that it didn't find. A group that it couldn't read keeps its members.
 */
export function createCloseUnseen(
  database: Database,
  changed: ChangedGroups,
  failed: FailedGroups,
) {
  const eachGroup = createEachGroup(database);
  const lastRow = (table: string) =>
    database.prepare(`SELECT max(row) FROM ${table} WHERE row BETWEEN ? AND ?`).pluck();
  const lastPerson = lastRow('person');
  const lastGroup = lastRow('grp');
  const close = (table: string) =>
    database.prepare(
      `UPDATE ${table} SET removed_in = $no
       WHERE row BETWEEN $first AND $last AND removed_in = ${live} AND seen_in < $no`,
    );
  const closePeople = close('person');
  const closeGroups = close('grp');
  const closeThings = database.prepare(
    `UPDATE thing SET removed_in = $no
     WHERE tenant_no = $tenant AND type = $type AND removed_in = ${live} AND seen_in < $no`,
  );
  const unseenMembers = database
    .prepare(
      `SELECT member_no FROM membership
     WHERE group_no = $group AND removed_in = ${live} AND seen_in < $no
       AND NOT EXISTS (SELECT 1 FROM failed_group f
         WHERE f.group_no = $group AND f.removed_in = ${live} AND f.seen_in = $no)`,
    )
    .pluck();
  const wasSeen = database
    .prepare(`SELECT 1 FROM grp WHERE no = ? AND removed_in = ${live} AND seen_in = ?`)
    .pluck();
  const closeIn = (table: string) =>
    database.prepare(
      `UPDATE ${table} SET removed_in = ? WHERE group_no = ? AND member_no = ? AND removed_in = ${live}`,
    );
  const closeMembership = closeIn('membership');
  const closeMemberOf = closeIn('member_of');
  const closeSizes = database.prepare(
    `UPDATE group_size SET removed_in = $no WHERE removed_in = ${live} AND group_no IN
       (SELECT no FROM grp g WHERE g.row BETWEEN $first AND $last AND g.removed_in = $no AND NOT EXISTS
         (SELECT 1 FROM grp n WHERE n.no = g.no AND n.removed_in = ${live}))`,
  );

  return {
    /** `keep`: too few rows of this kind came, so none of them is closed. */
    *all(run: OpenRun, keep: { readonly people: boolean; readonly groups: boolean }): Steps<void> {
      for (const groupNo of eachGroup(run)) {
        if (keep.groups && wasSeen.get(groupNo, run.no) === undefined) continue;
        const unseen = unseenMembers.all({ no: run.no, group: groupNo }) as number[];
        for (const memberNo of unseen) {
          closeMembership.run(run.no, groupNo, memberNo);
          closeMemberOf.run(run.no, groupNo, memberNo);
        }
        if (unseen.length > 0) changed.add(run, groupNo);
        yield unseen.length * 2 + 1;
      }
      const [first, last] = rowRange(run.tenantNo);
      const endOfGroups = Number(lastGroup.get(first, last) ?? first);
      const closing = [
        ...(keep.people
          ? []
          : [[Number(lastPerson.get(first, last) ?? first), closePeople] as const]),
        ...(keep.groups ? [] : [[endOfGroups, closeGroups] as const]),
        [endOfGroups, closeSizes] as const,
      ];
      for (const [end, statement] of closing) {
        for (let row = first; row <= end; row += portion) {
          const range = { no: run.no, first: row, last: row + portion - 1 };
          yield statement.run(range).changes + portion / 10;
        }
      }
      failed.closeUnseen(run);
    },
    /** After a complete list of devices or contacts. */
    things(run: OpenRun, stream: 'devices' | 'contacts'): void {
      const type = stream === 'devices' ? objectType.device : objectType.contact;
      closeThings.run({ no: run.no, tenant: run.tenantNo, type });
    },
  };
}
