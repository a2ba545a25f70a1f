import type { ChangeSummary } from '../../../../contract/comparison.ts';
import type { Database } from '../../database/open.ts';
import { readInSteps } from '../../database/in-steps.ts';
import { summaryOf } from './change-counts.ts';
import { createFindChanges } from './find-changes.ts';
import type { MembershipList, createMembershipLists } from './membership-list.ts';
import type { RowList, createRowLists } from './row-list.ts';
import type { SyncPair } from './sync-pair.ts';

/** All that differs between two syncs, in the order in which it is shown. */
export interface KeptComparison {
  readonly summary: ChangeSummary;
  readonly groups: RowList;
  readonly people: RowList;
  readonly memberships: MembershipList;
}

/** Comparisons that are kept: the one on the screen, and those gone back to. */
const keptPairs = 4;

/**
 * Finds what differs between two syncs and keeps it: what was seen at a sync never changes. Whether
 * the two are still kept is to be asked afterwards, in the transaction of the rows that are read.
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
