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
 * How long a sync will still take, in milliseconds, judged by its pace so far: the people and groups
 * that it has read, of those that are expected. Null while there is too little to tell.
 *
 * @param now milliseconds UTC
 */
export function timeLeft(
  { counts, expected, startedAt }: Pick<SyncRun, 'counts' | 'expected' | 'startedAt'>,
  now: number,
): number | null {
  if (expected === null) return null;
  const all = expected.users + expected.groups;
  const read = Math.min(counts.users, expected.users) + Math.min(counts.groups, expected.groups);
  const elapsed = now - Date.parse(startedAt);
  if (all === 0 || read / all < 0.05 || read >= all || elapsed < 2000) return null;
  return (elapsed * (all - read)) / read;
}
