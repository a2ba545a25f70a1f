import type { SyncRun } from '../../../electron/contract/sync.ts';

/** How many objects and memberships a sync has read. */
export function totalOf({ counts }: Pick<SyncRun, 'counts'>): number {
  const { users, groups, memberships, devices, contacts } = counts;
  return users + groups + memberships + devices + contacts;
}

/** A point of a sync: a time in milliseconds, and how much was read by then. */
export interface SyncPoint {
  readonly at: number;
  readonly total: number;
}

/** Objects a second between two points; null while there is too little to tell. */
export function paceOf(from: SyncPoint, to: SyncPoint): number | null {
  const seconds = (to.at - from.at) / 1000;
  const read = to.total - from.total;
  return seconds < 2 || read <= 0 ? null : Math.round(read / seconds);
}

/**
 * The share of the expected people and groups that a sync has read, 0 to 1; null where nobody told how
 * many there will be, or more came than was told.
 */
export function shareRead({
  counts,
  expected,
}: Pick<SyncRun, 'counts' | 'expected'>): number | null {
  if (expected === null) return null;
  const all = expected.users + expected.groups;
  const read = Math.min(counts.users, expected.users) + Math.min(counts.groups, expected.groups);
  return all === 0 || read >= all ? null : read / all;
}

/**
 * How long a sync will still take, in milliseconds, judged by its pace so far. Null while there is too
 * little to tell.
 *
 * @param now milliseconds UTC
 */
export function timeLeft(
  run: Pick<SyncRun, 'counts' | 'expected' | 'startedAt'>,
  now: number,
): number | null {
  const share = shareRead(run);
  const elapsed = now - Date.parse(run.startedAt);
  if (share === null || share < 0.05 || elapsed < 2000) return null;
  return (elapsed * (1 - share)) / share;
}
