import type { ChangeKind, ComparedSyncs } from '../../../../contract/comparison.ts';
import type { ComparisonStore, ParsedChangeQuery } from '../../../directory/compare/store.ts';
import type { Database } from '../../database/open.ts';
import { sortName } from '../read/search-text.ts';
import { createChangeRows } from './change-rows.ts';
import { createKeptComparisons } from './kept-comparisons.ts';
import type { KeptComparison } from './kept-comparisons.ts';
import { createKeptSyncs } from './kept-syncs.ts';
import type { ComparedPair } from './kept-syncs.ts';
import { createMembershipLists } from './membership-list.ts';
import { createRowLists } from './row-list.ts';
import type { SyncPair } from './sync-pair.ts';

/** The common type of the three lists of a comparison. */
interface ChangeList {
  readonly length: number;
  kindAt(place: number): ChangeKind;
}

/** Reads comparisons. Finds the differences once per pair of syncs; windows are slices of them. */
export function createComparisonQueries(database: Database): ComparisonStore {
  const keptSyncs = createKeptSyncs(database);
  const lists = {
    groups: createRowLists(database, 'grp'),
    people: createRowLists(database, 'person'),
    memberships: createMembershipLists(database),
  };
  const comparisonOf = createKeptComparisons(database, lists);
  const rows = createChangeRows(database);

  /** Runs with a stable view of both syncs, or returns null if one of them is no longer stored. */
  async function compared<T>(
    syncs: ComparedSyncs,
    read: (kept: KeptComparison, pair: ComparedPair) => T,
  ): Promise<T | null> {
    const asked = keptSyncs.pair(syncs);
    if (!asked) return null;
    const kept = await comparisonOf(numbersOfSyncs(asked));
    return database.transaction(() => {
      const pair = keptSyncs.pair(syncs);
      return pair && read(kept, pair);
    })();
  }
  /** Slices of one of the lists; `matching` returns the positions that match a folded text. */
  const window =
    <L extends ChangeList, T>(
      listOf: (kept: KeptComparison) => L,
      matching: (list: L, text: string, pair: SyncPair) => Int32Array,
      row: (list: L, place: number, pair: ComparedPair) => T,
    ) =>
    async (query: ParsedChangeQuery) =>
      await compared(query, (kept, pair) => {
        const list = listOf(kept);
        const text = sortName(query.search.trim());
        const found =
          text === ''
            ? Int32Array.from({ length: list.length }, (_, place) => place)
            : matching(list, text, numbersOfSyncs(pair));
        const { change, offset, limit } = query;
        const places = change ? found.filter((place) => list.kindAt(place) === change) : found;
        const shown = Array.from(places.subarray(offset, offset + limit));
        return { total: places.length, rows: shown.map((place) => row(list, place, pair)) };
      });

  return {
    history: async (tenantId) => keptSyncs.history(tenantId),
    summary: async (syncs) =>
      await compared(syncs, ({ summary }, { from, to }) => ({
        from: { id: from.id, finishedAt: from.finishedAt },
        to: { id: to.id, finishedAt: to.finishedAt },
        summary,
      })),
    groups: window((kept) => kept.groups, lists.groups.matching, rows.group),
    people: window((kept) => kept.people, lists.people.matching, rows.person),
    memberships: window((kept) => kept.memberships, lists.memberships.matching, rows.membership),
  };
}

function numbersOfSyncs({ tenantNo, from, to }: ComparedPair): SyncPair {
  return { tenant: tenantNo, from: from.no, to: to.no };
}
