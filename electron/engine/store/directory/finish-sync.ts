import type { Database } from '../database/open.ts';
import { live, objectType, rowRange } from './codes.ts';
import type { Steps } from './in-steps.ts';
import type { OpenRun } from './open-run.ts';

/** Rows read or closed at once. */
const portion = 500;
/** Memberships that are sorted at once, eight bytes each. */
const pairsAtOnce = 500_000;
/** A pair of object numbers is one number: below 2^27 members times 2^26 groups. */
const groupRange = 2 ** 26;

/** The work between the last page and the moment when a sync is shown. */
export function createFinish(database: Database) {
  const lastRow = (table: string) =>
    database.prepare(`SELECT max(row) FROM ${table} WHERE row BETWEEN ? AND ?`).pluck();
  const lastPerson = lastRow('person');
  const lastGroup = lastRow('grp');
  const closeUnseen = (table: string) =>
    database.prepare(
      `UPDATE ${table} SET removed_in = $no
       WHERE row BETWEEN $first AND $last AND removed_in = ${live} AND seen_in < $no`,
    );
  const closePeople = closeUnseen('person');
  const closeGroups = closeUnseen('grp');
  const closeThings = database.prepare(
    `UPDATE thing SET removed_in = $no
     WHERE tenant_no = $tenant AND type = $type AND removed_in = ${live} AND seen_in < $no`,
  );
  const unseenMembers = database
    .prepare(
      `SELECT member_no FROM membership
     WHERE group_no = $group AND removed_in = ${live} AND seen_in < $no
       AND NOT EXISTS (SELECT 1 FROM failed_group f WHERE f.group_no = $group AND f.sync_no = $no)`,
    )
    .pluck();
  const closeIn = (table: string) =>
    database.prepare(
      `UPDATE ${table} SET removed_in = ? WHERE group_no = ? AND member_no = ? AND removed_in = ${live}`,
    );
  const closeMembership = closeIn('membership');
  const closeMemberOf = closeIn('member_of');
  const newMembers = database
    .prepare(
      `SELECT member_no FROM membership WHERE group_no = ? AND removed_in = ${live} AND added_in = ?`,
    )
    .pluck();
  const addMemberOf = database.prepare(
    `INSERT INTO member_of VALUES (?, ?, ${live}, ?) ON CONFLICT DO NOTHING`,
  );
  const groupsBetween = database
    .prepare(`SELECT no FROM grp WHERE row BETWEEN ? AND ? AND removed_in = ${live}`)
    .pluck();
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
  const closeSizes = database.prepare(
    `UPDATE group_size SET removed_in = $no WHERE removed_in = ${live} AND group_no IN
       (SELECT no FROM grp g WHERE g.row BETWEEN $first AND $last AND g.removed_in = $no AND NOT EXISTS
         (SELECT 1 FROM grp n WHERE n.no = g.no AND n.removed_in = ${live}))`,
  );
  const isThere = database
    .prepare(`SELECT 1 FROM grp WHERE no = ? AND removed_in = ${live}`)
    .pluck();
  const getSize = database.prepare(
    `SELECT members, unnamed, added_in FROM group_size WHERE group_no = ? AND removed_in = ${live}`,
  );
  const addSize = database.prepare(`INSERT INTO group_size VALUES (?, ${live}, ?, ?, ?, ?)`);
  const resize = database.prepare(
    `UPDATE group_size SET members = ?, unnamed = ? WHERE group_no = ? AND removed_in = ${live}`,
  );
  const closeSize = database.prepare(
    `UPDATE group_size SET removed_in = ? WHERE group_no = ? AND removed_in = ${live}`,
  );

  const putSize = (run: OpenRun, groupNo: number, members: number, unnamed: number): void => {
    const found = getSize.get(groupNo) as
      | { members: number; unnamed: number; added_in: number }
      | undefined;
    if (found && found.members === members && found.unnamed === unnamed) return;
    if (found && found.added_in === run.no) {
      resize.run(members, unnamed, groupNo);
      return;
    }
    if (found) closeSize.run(run.no, groupNo);
    addSize.run(groupNo, run.no, run.tenantNo, members, unnamed);
  };

  function* eachGroup(run: OpenRun): Generator<number, void, void> {
    const [first, last] = rowRange(run.tenantNo);
    const end = Number(lastGroup.get(first, last) ?? first);
    for (let row = first; row <= end; row += portion) {
      yield* groupsBetween.all(row, row + portion - 1) as number[];
    }
  }

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
    /** After a full sync: what it did not meet is gone. */
    *closeUnseen(run: OpenRun): Steps<void> {
      for (const groupNo of eachGroup(run)) {
        const unseen = unseenMembers.all({ no: run.no, group: groupNo }) as number[];
        for (const memberNo of unseen) {
          closeMembership.run(run.no, groupNo, memberNo);
          closeMemberOf.run(run.no, groupNo, memberNo);
        }
        yield unseen.length * 2 + 1;
      }
      const [first, last] = rowRange(run.tenantNo);
      for (const [end, close] of [
        [Number(lastPerson.get(first, last) ?? first), closePeople],
        [Number(lastGroup.get(first, last) ?? first), closeGroups],
        [Number(lastGroup.get(first, last) ?? first), closeSizes],
      ] as const) {
        for (let row = first; row <= end; row += portion) {
          yield (
            close.run({ no: run.no, first: row, last: row + portion - 1 }).changes + portion / 10
          );
        }
      }
    },
    /** After a whole list of devices or contacts. */
    closeUnseenThings(run: OpenRun, stream: 'devices' | 'contacts'): void {
      const type = stream === 'devices' ? objectType.device : objectType.contact;
      closeThings.run({ no: run.no, tenant: run.tenantNo, type });
    },
    /** After a full sync: its new memberships the other way round, in the order of that table. */
    *fillMemberOf(run: OpenRun): Steps<void> {
      let pairs = new Float64Array(pairsAtOnce);
      let count = 0;
      function* fill(): Steps<void> {
        for (const [place, pair] of pairs.subarray(0, count).sort().entries()) {
          const memberNo = Math.floor(pair / groupRange);
          addMemberOf.run(memberNo, pair - memberNo * groupRange, run.no);
          if (place % portion === portion - 1) yield portion / 2;
        }
        count = 0;
      }
      for (const groupNo of eachGroup(run)) {
        const members = newMembers.all(groupNo, run.no) as number[];
        for (const memberNo of members) {
          pairs[count] = memberNo * groupRange + groupNo;
          count += 1;
          if (count === pairs.length) yield* fill();
        }
        yield 1 + members.length / 10;
      }
      yield* fill();
      pairs = new Float64Array(0);
    },
    *sizeAll(run: OpenRun): Steps<void> {
      const excepted = yield* exceptions(run);
      for (const groupNo of eachGroup(run)) {
        const all = Number(countAll.get(groupNo));
        const { hidden, unnamed } = excepted.get(groupNo) ?? { hidden: 0, unnamed: 0 };
        putSize(run, groupNo, all - hidden, unnamed);
        yield 2 + all / 20;
      }
    },
    *sizeTouched(run: OpenRun): Steps<void> {
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
