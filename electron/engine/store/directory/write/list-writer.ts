import type { Problem } from '../../../../contract/problem.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';
import { isOutOfPatience } from '../../../errors/patience.ts';
import { createPagingEnd } from '../../../errors/paging-end.ts';
import type { ListTask, WrittenLists } from '../../../directory/sync/store.ts';
import type { Millis } from '../../../kernel/ports.ts';
import type { Database } from '../../database/open.ts';
import { live } from '../schema/codes.ts';
import type { FailedGroups } from './failed-groups.ts';
import type { Steps } from '../../database/in-steps.ts';
import { createMemberships } from './memberships.ts';
import type { Objects } from './objects.ts';
import type { OpenRun } from './open-run.ts';
import type { PageCounts } from './page-counts.ts';
import type { PageWriter } from './page-writer.ts';
import type { ListAnswer, MemberPage, ReadPart } from '../pages/list-answer.ts';

type Again = WrittenLists['again'][number];

/** Writes groups that are read by themselves: their members page by page, where asked their properties. */
export function createListWriter(
  database: Database,
  {
    objects,
    pageWriter,
    failed,
  }: {
    readonly objects: Objects;
    readonly pageWriter: PageWriter;
    readonly failed: FailedGroups;
  },
) {
  const memberships = createMemberships(database);
  const tasks = database.prepare(
    `SELECT l.group_no AS "group", coalesce(o.id, n.id) AS id, l.link, l.whole FROM listed_group l
       LEFT JOIN object o ON o.no = l.group_no
       LEFT JOIN new_object n ON n.no = l.group_no
     WHERE l.sync_no = ? AND l.group_no > ? AND l.done = 0 ORDER BY l.group_no LIMIT ?`,
  );
  const goOn = database.prepare(
    'UPDATE listed_group SET link = ? WHERE sync_no = ? AND group_no = ?',
  );
  const end = database.prepare(
    'UPDATE listed_group SET done = ?, link = NULL WHERE sync_no = ? AND group_no = ?',
  );
  const plan = database.prepare(
    'INSERT OR IGNORE INTO listed_group (sync_no, group_no, whole) VALUES (?, ?, 1)',
  );
  const isThere = database
    .prepare(`SELECT 1 FROM grp WHERE no = ? AND removed_in = ${live}`)
    .pluck();
  const membersNow = database
    .prepare(`SELECT member_no FROM membership WHERE group_no = ? AND removed_in = ${live}`)
    .pluck();

  /** In a delta sync a list is complete in itself: who is not in it is no member any more. */
  function removeUnlisted(run: OpenRun, groupNo: number): void {
    const listed = run.membersRead.get(groupNo) ?? new Set();
    for (const memberNo of membersNow.all(groupNo) as number[]) {
      if (!listed.has(memberNo)) memberships.remove(run, groupNo, memberNo);
    }
    run.membersRead.delete(groupNo);
  }

  /** A further page of a list. @throws EvergrantError `graph.pagingLoop` */
  function passPage(run: OpenRun, task: ListTask, link: string, isNews: boolean): void {
    const isFirst = task.link === null || !run.listEnds.has(task.group);
    const end = isFirst ? createPagingEnd(task.link ?? '') : run.listEnds.get(task.group);
    if (isFirst && end) run.listEnds.set(task.group, end);
    end?.pass(link, isNews);
  }

  /** The group keeps the members that it had and says why; 2: its size is what it was. */
  function giveUp(run: OpenRun, groupNo: number, problem: Problem): void {
    failed.fail(run, groupNo, problem);
    memberships.touch(run, groupNo);
    run.membersRead.delete(groupNo);
    run.listEnds.delete(groupNo);
    end.run(2, run.no, groupNo);
  }

  function* writeMembers(
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
      goOn.run(link, run.no, groupNo);
      return;
    }
    run.listEnds.delete(groupNo);
    if (run.mode === 'delta') removeUnlisted(run, groupNo);
    memberships.touch(run, groupNo);
    failed.clear(run, groupNo);
    end.run(1, run.no, groupNo);
  }

  function* writeOne(
    run: OpenRun,
    task: ListTask,
    answer: ListAnswer,
    waited: Millis,
    counts: PageCounts,
  ): Steps<Again | null> {
    const properties: ReadPart<unknown> = task.whole
      ? answer.properties(`${task.group}p`)
      : { kind: 'read', value: null };
    const members = answer.members(String(task.group));
    const parts = [properties, members];
    // Its stream has told that it is gone.
    if (isThere.get(task.group) === undefined) {
      failed.clear(run, task.group);
      end.run(1, run.no, task.group);
      return null;
    }
    // Told by its stream and unknown to its list: one of them lags. The next delta will tell.
    const bad = parts.find((part) => part.kind === 'failed' || part.kind === 'gone');
    if (bad === members && task.link !== null && waited === 0) {
      // A page's link that is refused has expired: its list is read from the first page.
      return { task: { ...task, link: null }, refused: true, afterMs: 0 };
    }
    const later = parts.find((part) => part.kind === 'later');
    const isOver =
      later !== undefined && isOutOfPatience(waited, later.afterMs ?? 0, later.patienceMs);
    const problem = (bad ?? (isOver ? later : undefined))?.problem;
    if (problem) {
      giveUp(run, task.group, problem);
      return null;
    }
    if (later) return { task, refused: true, afterMs: later.afterMs };
    if (task.whole) {
      const read = answer.properties(`${task.group}p`);
      if (read.kind === 'read') yield* pageWriter.writeGroup(run, read.value, counts);
    }
    if (members.kind !== 'read') return null;
    try {
      yield* writeMembers(run, task, members.value, counts);
    } catch (error) {
      if (!(error instanceof EvergrantError)) throw error;
      giveUp(run, task.group, error.toProblem());
      return null;
    }
    const { link } = members.value;
    return link === null
      ? null
      : { task: { ...task, whole: false, link }, refused: false, afterMs: null };
  }

  return {
    /** In a delta sync: groups that the sync before could not read are read by themselves. */
    planFailed(run: OpenRun): void {
      for (const groupNo of failed.ofTenant(run.tenantNo)) plan.run(run.no, groupNo);
    },
    tasks: (run: OpenRun, after: number, limit: number): ListTask[] =>
      (
        tasks.all(run.no, after, limit) as (Omit<ListTask, 'whole'> & { readonly whole: number })[]
      ).map((row) => ({
        ...row,
        whole: row.whole === 1,
        // What a crash took from memory must be read from the first page.
        link: run.mode === 'delta' && !run.membersRead.has(row.group) ? null : row.link,
      })),
    *write(
      run: OpenRun,
      asked: readonly ListTask[],
      answer: ListAnswer,
      waited: readonly Millis[],
      counts: PageCounts,
    ): Steps<Again[]> {
      const again: Again[] = [];
      for (const [place, task] of asked.entries()) {
        const more = yield* writeOne(run, task, answer, waited[place] ?? 0, counts);
        if (more) again.push(more);
      }
      return again;
    },
  };
}
export type ListWriter = ReturnType<typeof createListWriter>;
