import type { Database } from '../../../database/open.ts';
import { live, rowRange } from '../../schema/codes.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/** Rows read at a time. */
const portion = 500;

/** Iterates over the numbers of a tenant's groups as a running sync has written them, in row order. */
export function createEachGroup(database: Database) {
  const lastRow = database.prepare(`SELECT max(row) FROM grp WHERE row BETWEEN ? AND ?`).pluck();
  const between = database
    .prepare(`SELECT no FROM grp WHERE row BETWEEN ? AND ? AND removed_in = ${live}`)
    .pluck();
  return function* eachGroup(run: OpenRun): Generator<number, void, void> {
    const [first, last] = rowRange(run.tenantNo);
    const end = Number(lastRow.get(first, last) ?? first);
    for (let row = first; row <= end; row += portion) {
      yield* between.all(row, row + portion - 1) as number[];
    }
  };
}
