import type { ChangeSummary } from '../../../../contract/comparison.ts';
import type { Database } from '../../database/open.ts';
import { readInSteps } from '../../database/in-steps.ts';
import { summaryOf } from './change-counts.ts';
import { createFindChanges } from './find-changes.ts';
import type { MembershipList, createMembershipLists } from './membership-list.ts';
import type { RowList, createRowLists } from './row-list.ts';
import type { SyncPair } from './sync-pair.ts';

/** All differences between two syncs, in display order. */
export interface KeptComparison {
  readonly summary: ChangeSummary;
  readonly groups: RowList;
  readonly people: RowList;
  readonly memberships: MembershipList;
}

/**
 * How many comparisons stay in memory: the one on the screen, and earlier ones that a person may return to.
 */
const keptPairs = 4;

/**
 * Finds the differences between two syncs and caches them, because what a sync shows never changes. Check
 * afterwards, in the transaction that reads the rows, that both syncs are still stored.
 */
export function createKeptComparisons(
  database: Database,
  lists: {
    readonly groups: ReturnType<typeof createRowLists>;
    readonly people: ReturnType<typeof createRowLists>;
    readonly memberships: ReturnType<typeof createMembershipLists>;
  },
): (pair: SyncPair) => Promise<KeptComparison> {
  const findChanges = createFindChanges(database);
  const kept = new Map<string, Promise<KeptComparison>>();

  async function find(pair: SyncPair): Promise<KeptComparison> {
    const changes = await readInSteps(database, findChanges(pair));
    return database.transaction(() => ({
      summary: summaryOf(changes),
      groups: lists.groups.sorted(changes.groups),
      people: lists.people.sorted(changes.people),
      memberships: lists.memberships.sorted(pair, changes.memberships),
    }))();
  }
  return async (pair) => {
    const key = `${pair.from} ${pair.to}`;
    const found = kept.get(key) ?? find(pair);
    kept.delete(key);
    kept.set(key, found);
    const [oldest] = kept.keys();
    if (kept.size > keptPairs && oldest !== undefined) kept.delete(oldest);
    try {
      return await found;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  };
}
