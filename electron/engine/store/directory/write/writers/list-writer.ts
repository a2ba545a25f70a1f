import type { Problem } from '../../../../../contract/problem.ts';
import type { ListTask, WrittenLists } from '../../../../directory/sync/store.ts';
import { EvergrantError } from '../../../../errors/evergrant-error.ts';
import type { Millis } from '../../../../kernel/ports.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { Database } from '../../../database/open.ts';
import type { ListAnswer, MemberPage } from '../../pages/list-answer.ts';
import { live } from '../../schema/codes.ts';
import type { FailedGroups } from '../objects/failed-groups.ts';
import { refusalOf } from './list-refusal.ts';
import type { TaskParts } from './list-refusal.ts';
import { createListedGroups } from '../objects/listed-groups.ts';
import { createMemberListWriter } from './member-list-writer.ts';
import type { Memberships } from '../objects/memberships.ts';
import type { Objects } from '../objects/objects.ts';
import type { OpenRun } from '../syncs/open-run.ts';
import type { PageCounts } from '../syncs/page-counts.ts';
import type { PageWriter } from './page-writer.ts';

type Again = WrittenLists['again'][number];

interface ListWriterParts {
  readonly objects: Objects;
  readonly memberships: Memberships;
  readonly pageWriter: PageWriter;
  readonly failed: FailedGroups;
}

/**
 * Writes groups that are read individually: their members page by page and, if requested, their properties.
 */
export function createListWriter(
  database: Database,
  { objects, memberships, pageWriter, failed }: ListWriterParts,
) {
  const listed = createListedGroups(database);
  const lists = createMemberListWriter(database, { objects, memberships });
  const isThere = database
    .prepare(`SELECT 1 FROM grp WHERE no = ? AND removed_in = ${live}`)
    .pluck();

  function end(run: OpenRun, groupNo: number): void {
    failed.clear(run, groupNo);
    listed.end(run.no, groupNo, 'read');
  }

  /** The group keeps its previous members and is marked with the reason. */
  function giveUp(run: OpenRun, groupNo: number, problem: Problem): void {
    failed.fail(run, groupNo, problem);
    lists.drop(run, groupNo);
    listed.end(run.no, groupNo, 'failed');
  }

  /** Returns the page to request next; null if the list ended or its reading was stopped. */
  function* writePage(
    run: OpenRun,
    task: ListTask,
    page: MemberPage,
    counts: PageCounts,
  ): Steps<string | null> {
    try {
      yield* lists.write(run, task, page, counts);
    } catch (error) {
      if (!(error instanceof EvergrantError)) throw error;
      giveUp(run, task.group, error.toProblem());
      return null;
    }
    if (page.link === null) end(run, task.group);
    else listed.goOn(run.no, task.group, page.link);
    return page.link;
  }

  function* writeOne(
    run: OpenRun,
    task: ListTask,
    parts: TaskParts,
    waited: Millis,
    counts: PageCounts,
  ): Steps<Again | null> {
    if (isThere.get(task.group) === undefined) {
      // Its stream has reported that the group no longer exists.
      end(run, task.group);
      return null;
    }
    const refusal = refusalOf(task, parts, waited);
    if (refusal !== null) {
      if ('task' in refusal) return { ...refusal, refused: true };
      giveUp(run, task.group, refusal.problem);
      return null;
    }
    const { properties, members } = parts;
    if (properties?.kind === 'read') yield* pageWriter.writeGroup(run, properties.value, counts);
    if (members.kind !== 'read') return null;
    const link = yield* writePage(run, task, members.value, counts);
    return link === null
      ? null
      : { task: { ...task, whole: false, link }, refused: false, afterMs: null };
  }

  return {
    /** For a delta sync: plans to read the groups individually that the previous sync couldn't read. */
    planFailed(run: OpenRun): void {
      for (const groupNo of failed.ofTenant(run.tenantNo)) listed.plan(run.no, groupNo);
    },
    tasks: (run: OpenRun, after: number, limit: number): ListTask[] =>
      listed.tasks(run.no, after, limit).map((task) => ({
        ...task,
        link: lists.knowsPagesBefore(run, task.group) ? task.link : null,
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
        const parts = partsOf(answer, task);
        const more = yield* writeOne(run, task, parts, waited[place] ?? 0, counts);
        if (more) again.push(more);
      }
      return again;
    },
  };
}
export type ListWriter = ReturnType<typeof createListWriter>;

/** The answers to one task: see `SyncStore.writeLists`. */
function partsOf(answer: ListAnswer, { group, whole }: ListTask): TaskParts {
  return {
    properties: whole ? answer.properties(`${group}p`) : null,
    members: answer.members(String(group)),
  };
}
