import type { GroupRow, GroupWindow } from '../../../../contract/directory.ts';
import type { ParsedGroupQuery } from '../../../directory/read/group-store.ts';
import type { Database } from '../../database/open.ts';
import { createGroupOrders, filterGroups, sortGroups } from './group-order.ts';
import type { GroupOrder } from './group-order.ts';
import { groupColumns, groupJoins, groupRow } from './group-rows.ts';
import type { GroupColumns } from './group-rows.ts';
import { createSearch } from './name-order.ts';
import { textSearch } from './search-text.ts';
import { createTenantViews } from './tenant-views.ts';
import type { Scope } from './tenant-views.ts';

/** Reads windows of the list of groups: whatever the search, only the rows of the window are read. */
export function createGroupList(database: Database) {
  const views = createTenantViews(database);
  const orders = createGroupOrders(database);
  const search = createSearch(database, 'grp');
  const rowOf = database.prepare(`SELECT ${groupColumns} FROM grp g ${groupJoins} WHERE g.row = ?`);

  const found = (order: GroupOrder, typed: string, scope: Scope): Int32Array | null => {
    const text = textSearch(typed);
    if (text.kind === 'match') return search.matching(order, text.expression, scope);
    return text.kind === 'prefix' ? search.beginning(order, text.from, text.to, scope) : null;
  };
  return (query: ParsedGroupQuery): GroupWindow => {
    const scope = views.scope(query.tenantId);
    if (scope.views.length === 0) return { total: 0, rows: [], age: scope.age };
    const order = orders(scope);
    const ranks = filterGroups(order, found(order, query.search, scope), query);
    const window = sortGroups(order, ranks, query).subarray(
      query.offset,
      query.offset + query.limit,
    );
    const rows = Array.from(window).flatMap((rank): GroupRow[] => {
      const row = rowOf.get(order.rows[rank]) as GroupColumns | undefined;
      const view = row && scope.byNo.get(row.tenant_no);
      return view ? [groupRow(row, view)] : [];
    });
    return { total: ranks.length, rows, age: scope.age };
  };
}
