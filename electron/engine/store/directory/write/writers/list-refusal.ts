import type { Problem } from '../../../../../contract/problem.ts';
import type { ListTask } from '../../../../directory/sync/store.ts';
import { isOutOfPatience } from '../../../../errors/patience.ts';
import type { Millis } from '../../../../kernel/ports.ts';
import type { GroupChange } from '../../pages/group-page.ts';
import type { MemberPage, ReadPart } from '../../pages/list-answer.ts';

/** The parts of a batch that answer one task. `properties` null: they were not requested. */
export interface TaskParts {
  readonly properties: ReadPart<GroupChange> | null;
  readonly members: ReadPart<MemberPage>;
}

/** What to do about a refused part: repeat the task, or stop reading the group. */
export type ListRefusal =
  | { readonly task: ListTask; readonly afterMs: Millis | null }
  | { readonly problem: Problem };

/**
 * Decides about the parts that answer one task; null: none was refused.
 *
 * @param waited how long the task has waited after refusals
 */
export function refusalOf(
  task: ListTask,
  { properties, members }: TaskParts,
  waited: Millis,
): ListRefusal | null {
  const parts = properties === null ? [members] : [properties, members];
  // The group is in its stream but its list doesn't know it: one of them lags. The next delta will show
  // which.
  const bad = parts.find((part) => part.kind === 'failed' || part.kind === 'gone');
  if (bad !== undefined) {
    // A refused page link has expired: read the list again from its first page.
    const hasExpired = bad === members && task.link !== null && waited === 0;
    return hasExpired ? { task: { ...task, link: null }, afterMs: 0 } : { problem: bad.problem };
  }
  const later = parts.find((part) => part.kind === 'later');
  if (later === undefined) return null;
  const isOver = isOutOfPatience(waited, later.afterMs ?? 0, later.patienceMs);
  return isOver ? { problem: later.problem } : { task, afterMs: later.afterMs };
}
