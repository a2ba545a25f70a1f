import type { ListTask } from '../../../../directory/sync/store.ts';
import { createPagingEnd } from '../../../../errors/paging-end.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { Database } from '../../../database/open.ts';
import type { MemberPage } from '../../pages/list-answer.ts';
import { live } from '../../schema/codes.ts';
import type { Memberships } from '../objects/memberships.ts';
import type { Objects } from '../objects/objects.ts';
import type { OpenRun } from '../syncs/open-run.ts';
import type { PageCounts } from '../syncs/page-counts.ts';

/** Writes a group's list of members page by page. */
export function createMemberListWriter(
  database: Database,
  { objects, memberships }: { readonly objects: Objects; readonly memberships: Memberships },
) {
  const membersNow = database
    .prepare(`SELECT member_no FROM membership WHERE group_no = ? AND removed_in = ${live}`)
    .pluck();

  /** In a delta sync, a list is complete: members that are not in it are removed. */
  function removeUnlisted(run: OpenRun, groupNo: number): void {
    const listed = run.membersRead.get(groupNo) ?? new Set();
    for (const memberNo of membersNow.all(groupNo) as number[]) {
      if (!listed.has(memberNo)) memberships.remove(run, groupNo, memberNo);
    }
    run.membersRead.delete(groupNo);
  }

  return {
    /** @throws EvergrantError `graph.pagingLoop` */
    *write(
      run: OpenRun,
      task: ListTask,
      { members, link }: MemberPage,
      counts: PageCounts,
    ): Steps<void> {
      const groupNo = task.group;
      if (run.mode === 'delta' && task.link === null) run.membersRead.set(groupNo, new Set());
      const known = run.membersRead.get(groupNo);
      const knownBefore = known?.size ?? 0;
      const countedBefore = counts.memberships;
      for (const member of members) {
        const memberNo = objects.number(run, member.id, member.type);
        if (memberships.add(run, groupNo, memberNo)) counts.memberships += 1;
        known?.add(memberNo);
      }
      yield members.length;
      if (link !== null) {
        const isNews = known ? known.size > knownBefore : counts.memberships > countedBefore;
        passPage(run, task, link, isNews);
        return;
      }
      run.listEnds.delete(groupNo);
      if (run.mode === 'delta') removeUnlisted(run, groupNo);
      memberships.touch(run, groupNo);
    },
    /** The group keeps its previous members. */
    drop(run: OpenRun, groupNo: number): void {
      memberships.touch(run, groupNo);
      run.membersRead.delete(groupNo);
      run.listEnds.delete(groupNo);
    },
    /** Whether the pages before the task's page are still in memory: in a delta sync, a crash loses them. */
    knowsPagesBefore: (run: OpenRun, groupNo: number): boolean =>
      run.mode !== 'delta' || run.membersRead.has(groupNo),
  };
}

/** Continues with a further page of a list. @throws EvergrantError `graph.pagingLoop` */
function passPage(run: OpenRun, task: ListTask, link: string, isNews: boolean): void {
  const isFirst = task.link === null || !run.listEnds.has(task.group);
  const end = isFirst ? createPagingEnd(task.link ?? '') : run.listEnds.get(task.group);
  if (isFirst && end) run.listEnds.set(task.group, end);
  end?.pass(link, isNews);
}
