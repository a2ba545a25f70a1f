import type { ParsedGroupQuery } from '../../../directory/read/group-store.ts';
import type { Database, Statement } from '../../database/open.ts';
import { flagBit, groupKinds } from '../schema/codes.ts';
import { createNameOrders, numbersOf } from './name-order.ts';
import type { NameOrder } from './name-order.ts';
import type { Scope } from './tenant-views.ts';

/** Groups sorted by name, with the values that lists filter and sort by. */
export interface GroupOrder extends NameOrder {
  /** Kind and flags by rank. */
  readonly kinds: Uint8Array;
  readonly flags: Uint8Array;
  /** Direct members by rank; read on first use. */
  readonly members: () => Uint32Array;
}

/** Reads orders of groups; see `createNameOrders`. */
export function createGroupOrders(database: Database): (scope: Scope) => GroupOrder {
  const seen = `g.added_in <= t.current_sync AND g.removed_in > t.current_sync`;
  const readProperties = database.prepare(
    `SELECT json_group_array(g.row) AS rows, json_group_array(g.kind * 256 + g.flags) AS numbers
       FROM tenant t
         CROSS JOIN grp g INDEXED BY grp_by_name ON g.tenant_no = t.no AND ${seen}
       WHERE t.no = ?`,
  );
  const readSizes = database.prepare(
    `SELECT json_group_array(g.row) AS rows, json_group_array(s.members) AS numbers
       FROM tenant t
         CROSS JOIN grp g INDEXED BY grp_by_name ON g.tenant_no = t.no AND ${seen}
         CROSS JOIN group_size s ON s.group_no = g.no
           AND s.added_in <= t.current_sync AND s.removed_in > t.current_sync
       WHERE t.no = ?`,
  );

  return createNameOrders(database, 'grp', (order, scope): GroupOrder => {
    const read = (statement: Statement): Uint32Array => {
      const found = new Uint32Array(order.rows.length);
      for (const { no } of scope.views) {
        const { rows, numbers } = statement.get(no) as { rows: string; numbers: string };
        const values = numbersOf(numbers);
        for (const [place, row] of numbersOf(rows).entries()) {
          found[order.rankOf(row)] = values[place] ?? 0;
        }
      }
      return found;
    };
    const packed = read(readProperties);
    const kinds = Uint8Array.from(packed, (kind) => kind >> 8);
    const flags = Uint8Array.from(packed, (kind) => kind & 0xff);
    let members: Uint32Array | null = null;
    return { ...order, kinds, flags, members: () => (members ??= read(readSizes)) };
  });
}

/** The ranks that pass a query's filters; `ranks` null: of all groups. */
export function filterGroups(
  order: GroupOrder,
  ranks: Int32Array | null,
  query: ParsedGroupQuery,
): Int32Array {
  const all = ranks ?? Int32Array.from(order.rows, (_, rank) => rank);
  const wanted = new Set(query.kinds.map((kind) => groupKinds.indexOf(kind)));
  const bits = query.flags.reduce((sum, flag) => sum | flagBit(flag), 0);
  if (wanted.size === 0 && bits === 0 && !query.emptyOnly) return all;
  const members = query.emptyOnly ? order.members() : null;
  return all.filter(
    (rank) =>
      (wanted.size === 0 || wanted.has(order.kinds[rank] ?? -1)) &&
      ((order.flags[rank] ?? 0) & bits) === bits &&
      (members === null || members[rank] === 0),
  );
}

/** Sorts ascending ranks as a query asks; equal groups remain sorted by name. */
export function sortGroups(
  order: GroupOrder,
  ranks: Int32Array,
  { sort, descending }: Pick<ParsedGroupQuery, 'sort' | 'descending'>,
): Int32Array {
  if (sort === 'name') return descending ? ranks.toReversed() : ranks;
  const keys = sort === 'kind' ? order.kinds : order.members();
  const keyOf = (rank: number): number => keys[rank] ?? 0;
  return byKey(ranks, descending ? (rank) => largestKey - keyOf(rank) : keyOf);
}

/** More members than a group can have; multiplied by 2^31, it is still an exact integer. */
const largestKey = 2 ** 22 - 1;

/** Combines key and rank in one number, so that sorting only compares numbers. */
function byKey(ranks: Int32Array, keyOf: (rank: number) => number): Int32Array {
  const range = 2 ** 31;
  const pairs = Float64Array.from(ranks, (rank) => keyOf(rank) * range + rank).sort();
  return Int32Array.from(pairs, (pair) => pair % range);
}
