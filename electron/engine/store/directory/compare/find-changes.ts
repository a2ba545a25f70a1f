import type { Database } from '../../database/open.ts';
import type { Steps } from '../../database/in-steps.ts';
import { createCandidates } from './candidates.ts';
import { createChangedMemberships } from './changed-memberships.ts';
import type { ChangedMemberships } from './changed-memberships.ts';
import { createChangedRows } from './changed-rows.ts';
import type { ChangedRow, SyncPair } from './sync-pair.ts';

/** All differences between two syncs, unordered. */
export interface Changes {
  readonly groups: readonly ChangedRow[];
  readonly people: readonly ChangedRow[];
  readonly memberships: ChangedMemberships;
}

/** Finds what differs between two syncs. Reads only what changed in between, not the whole tenant. */
export function createFindChanges(database: Database): (pair: SyncPair) => Steps<Changes> {
  const candidates = createCandidates(database);
  const changedGroups = createChangedRows(database, 'grp');
  const changedPeople = createChangedRows(database, 'person');
  const changedMemberships = createChangedMemberships(database);

  return function* findChanges(pair) {
    const touched = candidates.groups(pair);
    const groups = yield* changedGroups(pair, touched);
    const people = yield* changedPeople(pair, yield* candidates.people(pair));
    const memberships = yield* changedMemberships(pair, touched, [...groups, ...people]);
    return { groups, people, memberships };
  };
}
