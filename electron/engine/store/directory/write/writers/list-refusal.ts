import type { Problem } from '../../../../../contract/problem.ts';
import type { ListTask } from '../../../../directory/sync/store.ts';
import { isOutOfPatience } from '../../../../errors/patience.ts';
import type { Millis } from '../../../../kernel/ports.ts';
import type { GroupChange } from '../../pages/group-page.ts';
import type { MemberPage, ReadPart } from '../../pages/list-answer.ts';

/** The parts of a batch that answer one task. `properties` null: they were not asked for. */
export interface TaskParts {
  readonly properties: ReadPart<GroupChange> | null;
  readonly members: ReadPart<MemberPage>;
}

/** What follows from a part that was refused: the task is asked again, or the group is given up. */
export type ListRefusal =
  | { readonly task: ListTask; readonly afterMs: Millis | null }
  | { readonly problem: Problem };

/**
 * Judges the parts that answer one task; null: none was refused.
 *
 * @param waited how long the task has waited after refusals
 */
export function refusalOf(
  task: ListTask,
  { properties, members }: TaskParts,
  waited: Millis,
): ListRefusal | null {
  const parts = properties === null ? [members] : [properties, members];
  // Told by its stream and unknown to its list: one of them lags. The next delta will tell.
  const bad = parts.find((part) => part.kind === 'failed' || part.kind === 'gone');
  if (bad !== undefined) {
    // A page's link that is refused has expired: its list is read from the first page.
    const hasExpired = bad === members && task.link !== null && waited === 0;
    return hasExpired ? { task: { ...task, link: null }, afterMs: 0 } : { problem: bad.problem };
  }
  const later = parts.find((part) => part.kind === 'later');
  if (later === undefined) return null;
  const isOver = isOutOfPatience(waited, later.afterMs ?? 0, later.patienceMs);
  return isOver ? { problem: later.problem } : { task, afterMs: later.afterMs };
}
