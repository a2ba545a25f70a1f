import type { ChangeKind } from '../../../../contract/comparison.ts';
import type { Database } from '../../database/open.ts';
import { numbersOf } from '../read/name-order.ts';
import type { ChangedRow } from './sync-pair.ts';

const kinds = ['added', 'removed', 'renamed', 'changed'] as const satisfies readonly ChangeKind[];

/** Changed groups or people sorted by name, 17 bytes each. */
export interface RowList {
  readonly length: number;
  /** The version at the older sync; 0 if added. */
  readonly before: Float64Array;
  /** The version at the newer sync; 0 if removed. */
  readonly after: Float64Array;
  kindAt(place: number): ChangeKind;
}

/** The columns that each list is searched by. */
const searched = {
  grp: `instr(x.sort_name, $search) OR instr(lower(x.mail), $search) OR instr(lower(x.description), $search)`,
  person: `instr(x.sort_name, $search) OR instr(lower(x.upn), $search) OR instr(lower(x.mail), $search)`,
} as const;

/** Sorts changed rows by name, and searches them. */
export function createRowLists(database: Database, table: keyof typeof searched) {
  const among = `json_each($rows) j CROSS JOIN ${table} x ON x.row = j.value`;
  const sort = database
    .prepare(
      `SELECT json_group_array(row) FROM (SELECT x.row FROM ${among} ORDER BY x.sort_name, x.row)`,
    )
    .pluck();
  const match = database
    .prepare(`SELECT json_group_array(x.row) FROM ${among} WHERE ${searched[table]}`)
    .pluck();
  const jsonOf = (rows: Iterable<number>): string =>
    JSON.stringify([...rows].filter((row) => row > 0).sort((a, b) => a - b));

  return {
    sorted(changed: readonly ChangedRow[]): RowList {
      const byRow = new Map(changed.map((entry) => [entry.after ?? entry.before ?? 0, entry]));
      const order = numbersOf(sort.get({ rows: jsonOf(byRow.keys()) })).flatMap(
        (row) => byRow.get(row) ?? [],
      );
      const codes = Uint8Array.from(order, ({ change }) => kinds.indexOf(change));
      return {
        length: order.length,
        before: Float64Array.from(order, ({ before }) => before ?? 0),
        after: Float64Array.from(order, ({ after }) => after ?? 0),
        kindAt: (place) => kinds[codes[place] ?? 0] ?? 'changed',
      };
    },
    /** Positions in the list that match a text before or after the change; `text` is folded (`sortName`). */
    matching: (list: RowList, text: string): Int32Array => {
      const rows = jsonOf(new Set([...list.before, ...list.after]));
      const found = new Set(numbersOf(match.get({ rows, search: text })));
      return Int32Array.from(list.before.keys()).filter(
        (place) => found.has(list.before[place] ?? 0) || found.has(list.after[place] ?? 0),
      );
    },
  };
}
