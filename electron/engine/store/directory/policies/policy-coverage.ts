import type {
  ParsedCoverageQuery,
  PolicyReading,
  PolicyStore,
} from '../../../directory/policies/store.ts';
import type { Synchronous } from '../../synchronous.ts';
import type { Database } from '../../database/open.ts';
import { createSearch } from '../read/name-order.ts';
import { personColumns, personRow } from '../read/person-rows.ts';
import type { PersonColumns } from '../read/person-rows.ts';
import { timesMarked } from './policy-groups.ts';
import type { MarkedGroup, PolicyView } from './policy-groups.ts';
import { textSearch } from '../read/search-text.ts';
import type { Scope, TenantView } from '../read/tenant-views.ts';

type Window = ReturnType<Synchronous<PolicyStore>['people']>;

/** Finds who is in none of the marked groups, and who is in several. */
export function createPolicyCoverage(database: Database) {
  const search = createSearch(database, 'person');
  const rowOf = database.prepare(
    `SELECT ${personColumns} FROM person p CROSS JOIN object o ON o.no = p.no WHERE p.row = ?`,
  );

  const found = (view: PolicyView, typed: string, tenant: TenantView): Int32Array | null => {
    const text = textSearch(typed);
    const scope: Scope = { views: [tenant], byNo: new Map([[tenant.no, tenant]]), age: [] };
    const { order } = view.people;
    if (text.kind === 'match') return search.matching(order, text.expression, scope);
    return text.kind === 'prefix' ? search.beginning(order, text.from, text.to, scope) : null;
  };

  return {
    window(
      tenant: TenantView,
      view: PolicyView,
      groups: readonly MarkedGroup[],
      query: ParsedCoverageQuery,
      nameOf: (groupNo: number) => string,
    ): Window {
      const times = timesMarked(view, groups);
      const wanted = (rank: number): boolean =>
        query.coverage === 'none' ? times[rank] === 0 : (times[rank] ?? 0) > 1;
      const searched = found(view, query.search, tenant);
      const ranks = (searched ?? Int32Array.from(times.keys())).filter(wanted);
      const window = ranks.subarray(query.offset, query.offset + query.limit);
      const groupsOf = new Map(Array.from(window, (rank) => [rank, [] as MarkedGroup[]]));
      for (const group of query.coverage === 'none' ? [] : groups) {
        for (const rank of group.ranks) groupsOf.get(rank)?.push(group);
      }
      const rows = [...groupsOf].flatMap(([rank, its]) => {
        const row = rowOf.get(view.people.order.rows[rank]) as PersonColumns | undefined;
        if (!row) return [];
        return {
          person: personRow(row, tenant.tenantId),
          groups: its.map(({ id, no }) => ({ id, displayName: nameOf(no) })),
        };
      });
      return { total: ranks.length, rows };
    },
  };
}

/** Counts the people in at least one of the groups, in none, and in more than one. */
export function coverageCounts(
  view: PolicyView,
  groups: readonly MarkedGroup[],
): PolicyReading['people'] {
  const times = timesMarked(view, groups);
  const inOne = times.reduce((sum, count) => sum + Number(count > 0), 0);
  const inSeveral = times.reduce((sum, count) => sum + Number(count > 1), 0);
  return { inOne, inNone: times.length - inOne, inSeveral };
}
