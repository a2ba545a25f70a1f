import type { Steps } from '../../../database/in-steps.ts';
import type { MemberChange } from '../../pages/group-page.ts';
import type { Memberships } from '../objects/memberships.ts';
import type { Objects } from '../objects/objects.ts';
import type { OpenRun } from '../syncs/open-run.ts';
import type { PageCounts } from '../syncs/page-counts.ts';

const membersPerStep = 250;

/** Writes a page's changes of a group's members. */
export function createMemberWriter(objects: Objects, memberships: Memberships) {
  return function* writeMembers(
    run: OpenRun,
    groupNo: number,
    members: readonly MemberChange[],
    counts: PageCounts,
  ): Steps<void> {
    let touched = false;
    for (const [place, member] of members.entries()) {
      const memberNo = objects.number(run, member.id, member.type);
      const changed = member.removed
        ? memberships.remove(run, groupNo, memberNo)
        : memberships.add(run, groupNo, memberNo);
      if (changed) {
        if (member.removed) counts.removals += 1;
        else counts.memberships += 1;
        if (!touched) memberships.touch(run, groupNo);
        touched = true;
      }
      if (place % membersPerStep === membersPerStep - 1) yield membersPerStep;
    }
    yield members.length % membersPerStep;
  };
}
