import type { GrantStatus } from '../../../electron/contract/grant.ts';

/** The kinds of customers that the one-line summary counts. Every customer is in exactly one. */
export type RollUpPart =
  | 'attention'
  | 'working'
  | 'stale'
  | 'onRecord'
  | 'untested'
  | 'removed'
  | 'connected';

/** Parts in order of importance to a technician. */
export const rollUpParts: readonly RollUpPart[] = [
  'attention',
  'working',
  'stale',
  'onRecord',
  'connected',
  'untested',
  'removed',
];

/**
 * The part that a status counts in. A green that is old, has an attention mark, or is only on record is never
 * counted as connected.
 */
export function partOf(status: GrantStatus): RollUpPart {
  switch (status.kind) {
    case 'granted':
      if (status.attention.length > 0) return 'attention';
      return status.stale ? 'stale' : 'connected';
    case 'onRecord':
      return status.attention.length > 0 ? 'attention' : 'onRecord';
    case 'consenting':
    case 'propagating':
    case 'resetting':
      return 'working';
    case 'unknown':
      return 'untested';
    case 'removed':
      return 'removed';
    default:
      return 'attention';
  }
}

const urgency: readonly GrantStatus['kind'][] = [
  'broken',
  'notGranted',
  'excessive',
  'partial',
  'couldNotTell',
  'granted',
  'onRecord',
];

/** Sorts by attention, the most urgent first; within one part the list keeps its order. */
export function compareUrgency(left: GrantStatus, right: GrantStatus): number {
  const part = rollUpParts.indexOf(partOf(left)) - rollUpParts.indexOf(partOf(right));
  return part !== 0 ? part : urgency.indexOf(left.kind) - urgency.indexOf(right.kind);
}

/** How many customers are in each part. */
export function rollUp(statuses: readonly GrantStatus[]): ReadonlyMap<RollUpPart, number> {
  const counts = new Map<RollUpPart, number>();
  for (const status of statuses) {
    const part = partOf(status);
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}
