import { EvergrantError } from '../../../../errors/evergrant-error.ts';
import type { Database } from '../../../database/open.ts';
import { live, objectType } from '../../schema/codes.ts';
import { createEachGroup } from '../objects/each-group.ts';
import type { FailedGroups } from '../objects/failed-groups.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/**
 * Members that appear in no list of people are soft-deleted and not shown. If too few people came, such
 * members may also be among the missing people, so their groups are marked.
 */
export function createMarkHiddenMembers(database: Database, failed: FailedGroups) {
  const eachGroup = createEachGroup(database);
  const hasHidden = database
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM membership m CROSS JOIN object o ON o.no = m.member_no
         WHERE m.group_no = ? AND m.removed_in = ${live} AND o.type = ${objectType.user}
           AND NOT EXISTS (SELECT 1 FROM person p WHERE p.no = o.no AND p.removed_in = ${live}))`,
    )
    .pluck();
  return function* markHiddenMembers(run: OpenRun): Steps<void> {
    const problem = new EvergrantError('sync.peopleMissing', { retry: 'after' }).toProblem();
    for (const groupNo of eachGroup(run)) {
      if (hasHidden.get(groupNo) === 1) failed.fail(run, groupNo, problem);
      yield 10;
    }
  };
}
