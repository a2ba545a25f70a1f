import type { Database } from '../../../database/open.ts';
import { rowRange } from '../../schema/codes.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { OpenRun } from '../syncs/open-run.ts';
import { namedValues } from './versions.ts';
import type { Column, IndexedRows, Values } from './versions.ts';

/** Rows to collect before they are indexed: with one segment per page, merging would never end. */
const worthIndexing = 2000;
const portion = 250;
/** Indexing a row costs about as much as writing three memberships. */
const rowWeight = 3;

/** The full-text index of one table of versions. A running sync indexes its new rows some pages later. */
export interface SearchIndex<C extends string> extends IndexedRows<C> {
  /** Indexes the pending rows: all of them, or none while it isn't worthwhile. */
  catchUp(run: OpenRun, when: 'worthwhile' | 'now'): Steps<void>;
}

export function createSearchIndex<C extends string>(
  database: Database,
  index: {
    readonly table: 'person' | 'grp';
    /** The columns that make up `texts`. */
    readonly columns: readonly C[];
    readonly textColumns: readonly string[];
    readonly texts: (values: Values<C>, no: number) => readonly Column[];
  },
): SearchIndex<C> {
  const { table } = index;
  const insert = database.prepare(
    `INSERT INTO ${table}_search (rowid, ${index.textColumns.join(', ')})
     VALUES (?, ${index.textColumns.map(() => '?').join(', ')})`,
  );
  const remove = database.prepare(`DELETE FROM ${table}_search WHERE rowid = ?`);
  const waiting = database
    .prepare(
      `SELECT row, no, ${index.columns.join(', ')} FROM ${table}
       WHERE row > ? AND row <= ? ORDER BY row LIMIT ${portion}`,
    )
    .raw();
  const keepMark = database.prepare(`UPDATE sync_run SET indexed_${table} = ? WHERE no = ?`);

  return {
    replace(run, row, values, no) {
      if (row > run.indexed[table]) return;
      remove.run(row);
      insert.run(row, ...index.texts(values, no));
    },
    remove(run, row) {
      if (row <= run.indexed[table]) remove.run(row);
    },
    *catchUp(run, when) {
      const [, last] = rowRange(run.tenantNo);
      const next = run.nextRow[table];
      if (when === 'worthwhile' && (next ?? 0) - run.indexed[table] < worthIndexing) return;
      for (;;) {
        const rows = waiting.all(run.indexed[table], last) as [number, number, ...Column[]][];
        for (const [row, no, ...values] of rows) {
          insert.run(row, ...index.texts(namedValues(index.columns, values), no));
          run.indexed[table] = row;
        }
        if (rows.length === 0) return;
        keepMark.run(run.indexed[table], run.no);
        yield rows.length * rowWeight;
      }
    },
  };
}
