import type {
  ComparedSyncs,
  Comparison,
  GroupChangeWindow,
  MembershipChangeWindow,
  PersonChangeWindow,
} from '../../../contract/comparison.ts';
import type { KeptSync } from '../../../contract/sync.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { ComparisonStore, ParsedChangeQuery } from './store.ts';

/**
 * What changed between any two stored syncs of one customer, from the cache.
 *
 * Errors of all but `history`: `comparison.syncGone` when a sync is unknown, did not finish, or is no longer
 * stored.
 */
export interface Comparisons {
  /** Syncs that can be compared, the newest first. */
  history(tenantId: string): Promise<KeptSync[]>;
  summary(compared: ComparedSyncs): Promise<Comparison>;
  groups(query: ParsedChangeQuery): Promise<GroupChangeWindow>;
  people(query: ParsedChangeQuery): Promise<PersonChangeWindow>;
  memberships(query: ParsedChangeQuery): Promise<MembershipChangeWindow>;
}

export function createComparisons(ports: { readonly store: ComparisonStore }): Comparisons {
  const { store } = ports;
  const kept = <T>(found: T | null, { from, to }: ComparedSyncs): T => {
    if (found !== null) return found;
    throw new EvergrantError('comparison.syncGone', { params: { from, to }, retry: 'never' });
  };
  return {
    history: (tenantId) => store.history(tenantId),
    summary: async (compared) => kept(await store.summary(compared), compared),
    groups: async (query) => kept(await store.groups(query), query),
    people: async (query) => kept(await store.people(query), query),
    memberships: async (query) => kept(await store.memberships(query), query),
  };
}
