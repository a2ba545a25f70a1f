import type { Database } from '../../../database/open.ts';
import { live, rowRange } from '../../schema/codes.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { OpenRun } from '../syncs/open-run.ts';

const portion = 500;

/**
 * Records the groups in which a sync changed something: their row, their members, or a member that was added
 * to or removed from the tenant. Comparisons and retention then read only those groups.
 */
export function createChangedGroups(database: Database) {
  const add = database.prepare(
    'INSERT OR IGNORE INTO changed_group (sync_no, group_no) VALUES (?, ?)',
  );
  const addGroupsOf = database.prepare(
    `INSERT OR IGNORE INTO changed_group (sync_no, group_no)
     SELECT ?, group_no FROM member_of WHERE member_no = ? AND (removed_in = ${live} OR removed_in = ?)`,
  );
  const lastRow = (table: string) =>
    database.prepare(`SELECT max(row) FROM ${table} WHERE row BETWEEN ? AND ?`).pluck();
  const changedRows = (table: string) =>
    database.prepare(
      `SELECT no, min(added_in = $no) AS appeared, min(removed_in = $no) AS vanished
       FROM ${table} WHERE row BETWEEN $first AND $last AND (added_in = $no OR removed_in = $no)
       GROUP BY no`,
    );
  const tables = [
    { last: lastRow('grp'), changed: changedRows('grp'), isGroup: true },
    { last: lastRow('person'), changed: changedRows('person'), isGroup: false },
  ];

  return {
    add: (run: OpenRun, groupNo: number): void => void add.run(run.no, groupNo),
    /**
     * After a full sync, from the rows that it opened and closed. A row that was only replaced belongs to the
     * same groups; one whose two versions are read in different portions counts as added and removed, which
     * records a few groups too many.
     */
    *addFromRows(run: OpenRun): Steps<void> {
      const [first, end] = rowRange(run.tenantNo);
      for (const { last, changed, isGroup } of tables) {
        const lastOne = Number(last.get(first, end) ?? first);
        for (let row = first; row <= lastOne; row += portion) {
          const rows = changed.all({ no: run.no, first: row, last: row + portion - 1 }) as {
            readonly no: number;
            readonly appeared: number;
            readonly vanished: number;
          }[];
          for (const { no, appeared, vanished } of rows) {
            if (isGroup) add.run(run.no, no);
            if (appeared || vanished) addGroupsOf.run(run.no, no, run.no);
            yield 3;
          }
          yield portion / 10;
        }
      }
    },
  };
}
export type ChangedGroups = ReturnType<typeof createChangedGroups>;
