import type { Steps } from '../../../database/in-steps.ts';
import type { Database } from '../../../database/open.ts';
import { live, objectType } from '../../schema/codes.ts';
import { createEachGroup } from '../objects/each-group.ts';
import { createGroupSizeRows } from './group-size-rows.ts';
import type { GroupSize } from './group-size-rows.ts';
import type { OpenRun } from '../syncs/open-run.ts';
import { createUncountedMembers } from './uncounted-members.ts';

/** Rows read at a time. */
const portion = 500;

/** Counts each group's direct members and those without a name, and records whether they came from a list. */
export function createGroupSizes(database: Database) {
  const eachGroup = createEachGroup(database);
  const uncountedMembers = createUncountedMembers(database);
  const rows = createGroupSizeRows(database);
  const touchedAfter = database
    .prepare(
      'SELECT group_no FROM touched_group WHERE sync_no = ? AND group_no > ? ORDER BY group_no LIMIT ?',
    )
    .pluck();
  const countAll = database
    .prepare(`SELECT count(*) FROM membership WHERE group_no = ? AND removed_in = ${live}`)
    .pluck();
  const countShown = database.prepare(
    `SELECT count(*) AS members, coalesce(sum(o.type = ${objectType.unknown}), 0) AS unnamed
     FROM membership m CROSS JOIN object o ON o.no = m.member_no
     WHERE m.group_no = ? AND m.removed_in = ${live}
       AND NOT (o.type = ${objectType.user} AND NOT EXISTS
         (SELECT 1 FROM person p WHERE p.no = o.no AND p.removed_in = ${live}))
       AND NOT (o.type = ${objectType.group} AND NOT EXISTS
         (SELECT 1 FROM grp g WHERE g.no = o.no AND g.removed_in = ${live}))`,
  );
  const isThere = database
    .prepare(`SELECT 1 FROM grp WHERE no = ? AND removed_in = ${live}`)
    .pluck();

  return {
    *all(run: OpenRun): Steps<void> {
      const uncounted = yield* uncountedMembers(run);
      for (const groupNo of eachGroup(run)) {
        const all = Number(countAll.get(groupNo));
        const { hidden, unnamed } = uncounted.get(groupNo) ?? { hidden: 0, unnamed: 0 };
        rows.put(run, groupNo, { members: all - hidden, unnamed });
        yield 2 + all / 20;
      }
    },
    /** After a delta sync: the groups that it touched. */
    *touched(run: OpenRun): Steps<void> {
      let after = 0;
      for (;;) {
        const page = touchedAfter.all(run.no, after, portion) as number[];
        for (const groupNo of page) {
          if (isThere.get(groupNo) === undefined) {
            rows.close(run, groupNo);
            yield 1;
            continue;
          }
          const size = countShown.get(groupNo) as GroupSize;
          rows.put(run, groupNo, size);
          yield 2 + size.members / 5;
        }
        const last = page.at(-1);
        if (last === undefined) return;
        after = last;
      }
    },
  };
}
