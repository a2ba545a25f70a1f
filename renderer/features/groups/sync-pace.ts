import type { SyncRun } from '../../../electron/contract/sync.ts';

/** How many objects and memberships a sync has read. */
export function totalOf({ counts }: Pick<SyncRun, 'counts'>): number {
  const { users, groups, memberships, devices, contacts } = counts;
  return users + groups + memberships + devices + contacts;
}

/** A point of a sync: a time in milliseconds, and how much had been read. */
export interface SyncPoint {
  readonly at: number;
  readonly total: number;
}

/** Objects per second between two points; null if there is too little data. */
export function paceOf(from: SyncPoint, to: SyncPoint): number | null {
  const seconds = (to.at - from.at) / 1000;
  const read = to.total - from.total;
  return seconds < 2 || read <= 0 ? null : Math.round(read / seconds);
}

/**
 * The share of the expected people and groups that a sync has read, 0 to 1; null if the expected number is
 * unknown, or more arrived than expected.
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
 * How long a sync will still take, in milliseconds, estimated from its pace so far. Null if there is too
 * little data.
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
