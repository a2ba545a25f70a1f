import type { Steps } from '../../../database/in-steps.ts';
import type { Database } from '../../../database/open.ts';
import { live, objectType } from '../../schema/codes.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/** Rows read at a time. */
const portion = 500;

/** Members of one group that its list doesn't show, and members without a type. */
export interface UncountedMembers {
  hidden: number;
  unnamed: number;
}

/** Scans a tenant's objects for the few members that need special counting, by group. */
export function createUncountedMembers(database: Database) {
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

  return function* uncountedMembers(run: OpenRun): Steps<Map<number, UncountedMembers>> {
    const found = new Map<number, UncountedMembers>();
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
  };
}
