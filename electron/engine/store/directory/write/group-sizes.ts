import type { Database } from '../../database/open.ts';
import { live, objectType } from '../schema/codes.ts';
import { createEachGroup } from './each-group.ts';
import type { Steps } from '../../database/in-steps.ts';
import type { OpenRun } from './open-run.ts';

/** Rows read at once. */
const portion = 500;

/** How many direct members each group shows, how many of them have no name, and whether they came from a list. */
export function createGroupSizes(database: Database) {
  const eachGroup = createEachGroup(database);
  const touchedAfter = database
    .prepare(
      'SELECT group_no FROM touched_group WHERE sync_no = ? AND group_no > ? ORDER BY group_no LIMIT ?',
    )
    .pluck();
  const objectsAfter = database.prepare(
    `SELECT o.id, o.no,
       CASE o.type
         WHEN ${objectType.user} THEN
           EXISTS (SELECT 1 FROM person p WHERE p.no = o.no AND p.removed_in = ${live})
         WHEN ${objectType.group} THEN
           EXISTS (SELECT 1 FROM grp g WHERE g.no = o.no AND g.removed_in = ${live})
         ELSE 1 END AS present,
       o.type = ${objectType.unknown} AS unnamed
     FROM object o WHERE o.tenant_no = ? AND o.id > ? ORDER BY o.id LIMIT ?`,
  );
  const groupsOf = database
    .prepare(`SELECT group_no FROM member_of WHERE member_no = ? AND removed_in = ${live}`)
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
  const wasListed = database
    .prepare('SELECT done FROM listed_group WHERE sync_no = ? AND group_no = ?')
    .pluck();
  const getSize = database.prepare(
    `SELECT members, unnamed, listed, added_in FROM group_size
     WHERE group_no = ? AND removed_in = ${live}`,
  );
  const addSize = database.prepare(`INSERT INTO group_size VALUES (?, ${live}, ?, ?, ?, ?, ?)`);
  const resize = database.prepare(
    `UPDATE group_size SET members = ?, unnamed = ?, listed = ? WHERE group_no = ? AND removed_in = ${live}`,
  );
  const closeSize = database.prepare(
    `UPDATE group_size SET removed_in = ? WHERE group_no = ? AND removed_in = ${live}`,
  );

  /** A delta adds to a list what it did not tell: the list stays a list until the group is read anew. */
  const isListed = (run: OpenRun, groupNo: number, before: boolean): boolean => {
    const listed = wasListed.get(run.no, groupNo);
    if (listed === 1) return true;
    return before && (run.mode === 'delta' || listed !== undefined);
  };
  const putSize = (run: OpenRun, groupNo: number, members: number, unnamed: number): void => {
    const found = getSize.get(groupNo) as
      | { members: number; unnamed: number; listed: number; added_in: number }
      | undefined;
    const listed = Number(isListed(run, groupNo, found?.listed === 1));
    const isSame =
      found?.members === members && found.unnamed === unnamed && found.listed === listed;
    if (isSame) return;
    if (found?.added_in === run.no) {
      resize.run(members, unnamed, listed, groupNo);
      return;
    }
    if (found) closeSize.run(run.no, groupNo);
    addSize.run(groupNo, run.no, run.tenantNo, members, unnamed, listed);
  };

  /** Members that a list of the group's members would not show, and those without a type, by group. */
  function* exceptions(run: OpenRun): Steps<Map<number, { hidden: number; unnamed: number }>> {
    const found = new Map<number, { hidden: number; unnamed: number }>();
    let after = '';
    for (;;) {
      const page = objectsAfter.all(run.tenantNo, after, portion) as {
        id: string;
        no: number;
        present: number;
        unnamed: number;
      }[];
      for (const object of page.filter((candidate) => !candidate.present || candidate.unnamed)) {
        for (const groupNo of groupsOf.all(object.no) as number[]) {
          const sum = found.get(groupNo) ?? { hidden: 0, unnamed: 0 };
          if (!object.present) sum.hidden += 1;
          if (object.unnamed) sum.unnamed += 1;
          found.set(groupNo, sum);
        }
      }
      yield page.length;
      const last = page.at(-1);
      if (!last || page.length < portion) return found;
      after = last.id;
    }
  }

  return {
    *all(run: OpenRun): Steps<void> {
      const excepted = yield* exceptions(run);
      for (const groupNo of eachGroup(run)) {
        const all = Number(countAll.get(groupNo));
        const { hidden, unnamed } = excepted.get(groupNo) ?? { hidden: 0, unnamed: 0 };
        putSize(run, groupNo, all - hidden, unnamed);
        yield 2 + all / 20;
      }
    },
    /** After a delta sync: those that it touched. */
    *touched(run: OpenRun): Steps<void> {
      let after = 0;
      for (;;) {
        const page = touchedAfter.all(run.no, after, portion) as number[];
        for (const groupNo of page) {
          if (isThere.get(groupNo) === undefined) {
            closeSize.run(run.no, groupNo);
            yield 1;
            continue;
          }
          const size = countShown.get(groupNo) as { members: number; unnamed: number };
          putSize(run, groupNo, size.members, size.unnamed);
          yield 2 + size.members / 5;
        }
        const last = page.at(-1);
        if (last === undefined) return;
        after = last;
      }
    },
  };
}
