import type { Database } from '../../../database/open.ts';
import type { ChangedGroups } from './changed-groups.ts';
import { live } from '../../schema/codes.ts';
import { createEachGroup } from '../objects/each-group.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/** Pairs written before a transaction may end. */
const portion = 500;
/** Memberships sorted at a time, eight bytes each. */
const pairsAtOnce = 500_000;
/** Encodes a pair of object numbers as one number: fewer than 2^27 members times 2^26 groups. */
const groupRange = 2 ** 26;

/** After a full sync: writes its new memberships to `member_of`, in the order of that table. */
export function createFillMemberOf(database: Database, changed: ChangedGroups) {
  const eachGroup = createEachGroup(database);
  const newMembers = database
    .prepare(
      `SELECT member_no FROM membership WHERE group_no = ? AND removed_in = ${live} AND added_in = ?`,
    )
    .pluck();
  const add = database.prepare(
    `INSERT INTO member_of (member_no, group_no, removed_in, added_in) VALUES (?, ?, ${live}, ?)
     ON CONFLICT DO NOTHING`,
  );

  return function* fillMemberOf(run: OpenRun, isFirst: boolean): Steps<void> {
    let pairs = new Float64Array(pairsAtOnce);
    let count = 0;
    function* fill(): Steps<void> {
      for (const [place, pair] of pairs.subarray(0, count).sort().entries()) {
        const memberNo = Math.floor(pair / groupRange);
        add.run(memberNo, pair - memberNo * groupRange, run.no);
        if (place % portion === portion - 1) yield portion / 2;
      }
      count = 0;
    }
    for (const groupNo of eachGroup(run)) {
      const members = newMembers.all(groupNo, run.no) as number[];
      if (members.length > 0 && !isFirst) changed.add(run, groupNo);
      for (const memberNo of members) {
        pairs[count] = memberNo * groupRange + groupNo;
        count += 1;
        if (count === pairs.length) yield* fill();
      }
      yield 1 + members.length / 10;
    }
    yield* fill();
    pairs = new Float64Array(0);
  };
}
