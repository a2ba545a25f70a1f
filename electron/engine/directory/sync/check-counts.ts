import type { SyncCounts, Shortfall } from './store.ts';
import type { Counted } from './sync-ports.ts';

type Numbers = Pick<SyncCounts, 'users' | 'groups'>;

/** The index behind `$count` lags recent writes: this many may be missing, ... */
const mayLag = 5;
/** ... or this share of all, whichever is more; for small numbers never more than a tenth. */
const shareThatMayLag = 0.01;
const shareOfFew = 0.1;

/** How many of each are missing; null if no more than the index may lag, or there was no count. */
export function shortfallOf(counted: Counted | null, came: Numbers): Shortfall | null {
  if (counted === null) return null;
  const users = tooFew(counted.users, came.users);
  const groups = tooFew(counted.groups, came.groups);
  return users + groups === 0 ? null : { users, groups };
}

function tooFew(counted: number, came: number): number {
  const missing = counted - came;
  const isLag =
    missing <= Math.max(mayLag, counted * shareThatMayLag) && missing <= counted * shareOfFew;
  return missing <= 0 || isLag ? 0 : missing;
}
