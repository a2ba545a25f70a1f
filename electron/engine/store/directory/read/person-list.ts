import type { PersonRow, PersonWindow } from '../../../../contract/directory.ts';
import type { ParsedPersonQuery } from '../../../directory/read/person-store.ts';
import type { Database } from '../../database/open.ts';
import { createNameOrders, createSearch } from './name-order.ts';
import { personColumns, personRow } from './person-rows.ts';
import type { PersonColumns } from './person-rows.ts';
import { textSearch } from './search-text.ts';
import { createTenantViews } from './tenant-views.ts';

/** Reads windows of the list of people, searched by name, UPN, or any current or former address. */
export function createPersonList(database: Database) {
  const views = createTenantViews(database);
  const orders = createNameOrders(database, 'person', (order) => order);
  const search = createSearch(database, 'person');
  const rowOf = database.prepare(
    `SELECT ${personColumns} FROM person p CROSS JOIN object o ON o.no = p.no WHERE p.row = ?`,
  );
  return (query: ParsedPersonQuery): PersonWindow => {
    const scope = views.scope(query.tenantId);
    if (scope.views.length === 0) return { total: 0, rows: [], age: scope.age };
    const order = orders(scope);
    const text = textSearch(query.search);
    const end = query.offset + query.limit;
    const ranks =
      text.kind === 'match'
        ? search.matching(order, text.expression, scope)
        : text.kind === 'prefix'
          ? search.beginning(order, text.from, text.to, scope)
          : null;
    const window = ranks
      ? Array.from(ranks.subarray(query.offset, end), (rank) => order.rows[rank])
      : Array.from(order.rows.subarray(query.offset, end));
    const rows = window.flatMap((number): PersonRow[] => {
      const row = rowOf.get(number) as PersonColumns | undefined;
      const view = row && scope.byNo.get(row.tenant_no);
      return view ? [personRow(row, view.tenantId)] : [];
    });
    return { total: (ranks ?? order.rows).length, rows, age: scope.age };
  };
}
