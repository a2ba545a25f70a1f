import type { Database } from '../../database/open.ts';
import { rowRange, rowsPerTenant } from '../schema/codes.ts';
import type { Scope, TenantView } from './tenant-views.ts';

/**
 * The rows of one or several tenants sorted by name, in memory: 8 bytes a row and 4 for its rank. Any window
 * is then a slice, and a search that finds 20,000 rows reads none of them to sort them.
 */
export interface NameOrder {
  /** Row numbers by rank, sorted by name. */
  readonly rows: Float64Array;
  /** The rank of a row that the sync shows, or -1. */
  rankOf(row: number): number;
}

/** Orders in memory: one for each scope that screens switch between. */
const keptScopes = 6;

/**
 * Reads orders and caches them until a tenant in them has a newer sync: what a sync shows never changes. Call
 * in the transaction that reads the rows.
 */
export function createNameOrders<T extends NameOrder>(
  database: Database,
  table: 'grp' | 'person',
  extend: (order: NameOrder, scope: Scope) => T,
): (scope: Scope) => T {
  const seen = `x.added_in <= t.current_sync AND x.removed_in > t.current_sync`;
  const one = database
    .prepare(
      `SELECT json_group_array(row) FROM (SELECT x.row FROM tenant t
         CROSS JOIN ${table} x INDEXED BY ${table}_by_name ON x.tenant_no = t.no AND ${seen}
       WHERE t.no = ? ORDER BY x.sort_name, x.row)`,
    )
    .pluck();
  const all = database
    .prepare(
      `SELECT json_group_array(row) FROM (SELECT x.row FROM tenant t
         CROSS JOIN ${table} x INDEXED BY ${table}_by_name ON x.tenant_no = t.no AND ${seen}
       ORDER BY x.sort_name, x.row)`,
    )
    .pluck();
  const kept = new Map<string, T>();

  return (scope) => {
    const key = scope.views.map((view) => `${view.no}@${view.sync}`).join(' ');
    const known = kept.get(key);
    kept.delete(key);
    const [only, ...others] = scope.views;
    const read = (): T => {
      const json = only && others.length === 0 ? one.get(only.no) : all.get();
      return extend(orderOf(numbersOf(json), scope.views), scope);
    };
    const order = known ?? read();
    kept.set(key, order);
    const [oldest] = kept.keys();
    if (kept.size > keptScopes && oldest !== undefined) kept.delete(oldest);
    return order;
  };
}

/** Builds an order from sorted rows, each of one of the given tenants. */
export function orderOf(
  sorted: readonly number[],
  views: readonly Pick<TenantView, 'no'>[],
): NameOrder {
  const rows = Float64Array.from(sorted);
  const ends = new Map(views.map((view) => [view.no, 0]));
  for (const row of rows) {
    const tenantNo = Math.floor(row / rowsPerTenant);
    const place = row % rowsPerTenant;
    if (place >= (ends.get(tenantNo) ?? 0)) ends.set(tenantNo, place + 1);
  }
  const ranks = new Map([...ends].map(([no, end]) => [no, new Int32Array(end).fill(-1)]));
  for (const [rank, row] of rows.entries()) {
    const block = ranks.get(Math.floor(row / rowsPerTenant));
    if (block) block[row % rowsPerTenant] = rank;
  }
  return {
    rows,
    rankOf: (row) => ranks.get(Math.floor(row / rowsPerTenant))?.[row % rowsPerTenant] ?? -1,
  };
}

/**
 * Parses SQLite's `json_group_array` of numbers: passing one string from SQLite is ten times faster than row
 * by row. The columns are our own, so the values are not checked again.
 */
export function numbersOf(json: unknown): readonly number[] {
  return JSON.parse(String(json)) as number[];
}

/** Finds the rows that match a text, as ascending ranks; only rows that the sync shows. */
export function createSearch(database: Database, table: 'grp' | 'person') {
  const match = database
    .prepare(
      `SELECT json_group_array(rowid) FROM ${table}_search
       WHERE ${table}_search MATCH $match AND rowid BETWEEN $first AND $last`,
    )
    .pluck();
  const prefix = database
    .prepare(
      `SELECT json_group_array(row) FROM ${table} INDEXED BY ${table}_by_name
       WHERE tenant_no = $tenant AND sort_name >= $from AND sort_name < $to`,
    )
    .pluck();
  const ranks = (order: NameOrder, rows: readonly number[]): Int32Array => {
    const found = Int32Array.from(rows, (row) => order.rankOf(row)).sort();
    const first = found.findIndex((rank) => rank >= 0);
    return found.subarray(first === -1 ? found.length : first);
  };
  return {
    matching(order: NameOrder, expression: string, scope: Scope): Int32Array {
      const [only, ...others] = scope.views;
      const [first, last] =
        only && others.length === 0 ? rowRange(only.no) : [0, Number.MAX_SAFE_INTEGER];
      return ranks(order, numbersOf(match.get({ match: expression, first, last })));
    },
    beginning(order: NameOrder, from: string, to: string, scope: Scope): Int32Array {
      const rows = scope.views.flatMap((view) =>
        numbersOf(prefix.get({ tenant: view.no, from, to })),
      );
      return ranks(order, rows);
    },
  };
}
