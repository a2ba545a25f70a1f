import type { Database } from '../../../database/open.ts';
import { live, rowRange } from '../../schema/codes.ts';
import type { OpenRun } from '../syncs/open-run.ts';

export type Column = string | number | null;

/** The result of writing an object's row. `again`: this sync had already written it. */
export type Written = 'appeared' | 'changed' | 'same' | 'again';

/** An object's properties by column name. */
export type Values<C extends string> = Readonly<Record<C, Column>>;

/** The live row of an object. */
export interface LiveRow<C extends string> {
  readonly row: number;
  readonly addedIn: number;
  readonly seenIn: number;
  readonly values: Values<C>;
}

/** One table whose rows are versions of an object's properties. */
export interface Versions<C extends string> {
  get(no: number): LiveRow<C> | null;
  /**
   * Writes the properties, unless they are unchanged. `found` is the result of `get`, if the caller already
   * has it.
   */
  put(run: OpenRun, no: number, values: Values<C>, found?: LiveRow<C> | null): Written;
  /** The object no longer exists; false if it didn't exist before. */
  remove(run: OpenRun, no: number): boolean;
}

/** Updates of a row in the full-text index of the same table. */
export interface IndexedRows<C extends string> {
  /** The row's text changed; does nothing if the row isn't indexed yet. */
  replace(run: OpenRun, row: number, values: Values<C>, no: number): void;
  remove(run: OpenRun, row: number): void;
}

/**
 * Stores versions of rows: a change closes the row in this sync and adds another, so that the old row remains
 * visible until this sync is shown.
 *
 * Source: docs/architecture.md, "Data" (`added_in`, `removed_in`).
 */
export function createVersions<C extends string>(
  database: Database,
  table: {
    readonly name: 'person' | 'grp' | 'thing';
    readonly columns: readonly C[];
    readonly search?: IndexedRows<C>;
  },
): Versions<C> {
  const { name, columns, search } = table;
  const get = database
    .prepare(
      `SELECT row, added_in, seen_in, ${columns.join(', ')} FROM ${name} WHERE no = ? AND removed_in = ${live}`,
    )
    .raw();
  const insert = database.prepare(
    `INSERT INTO ${name} (row, tenant_no, no, added_in, removed_in, seen_in, ${columns.join(', ')})
     VALUES (?, ?, ?, ?, ${live}, ?, ${columns.map(() => '?').join(', ')})`,
  );
  const update = database.prepare(
    `UPDATE ${name} SET seen_in = ?, ${columns.map((column) => `${column} = ?`).join(', ')} WHERE row = ?`,
  );
  const see = database.prepare(`UPDATE ${name} SET seen_in = ? WHERE row = ?`);
  const close = database.prepare(`UPDATE ${name} SET removed_in = ? WHERE row = ?`);
  const erase = database.prepare(`DELETE FROM ${name} WHERE row = ?`);
  const lastRow = database
    .prepare(`SELECT max(row) FROM ${name} WHERE row BETWEEN ? AND ?`)
    .pluck();
  const nextRow = (run: OpenRun): number => {
    const known = run.nextRow[name];
    const [first, last] = rowRange(run.tenantNo);
    const row = known ?? Number(lastRow.get(first, last) ?? first) + 1;
    run.nextRow[name] = row + 1;
    return row;
  };
  const liveRow = (no: number): LiveRow<C> | null => {
    const found = get.get(no) as [number, number, number, ...Column[]] | undefined;
    if (!found) return null;
    const [row, addedIn, seenIn, ...values] = found;
    return { row, addedIn, seenIn, values: namedValues(columns, values) };
  };
  const inOrder = (values: Values<C>): Column[] => columns.map((column) => values[column]);
  const add = (run: OpenRun, no: number, values: Values<C>): void => {
    const row = nextRow(run);
    insert.run(row, run.tenantNo, no, run.no, run.no, ...inOrder(values));
  };
  return {
    get: liveRow,
    put(run, no, values, found = liveRow(no)) {
      if (!found) {
        add(run, no, values);
        return 'appeared';
      }
      const again = found.seenIn === run.no;
      if (columns.every((column) => values[column] === found.values[column])) {
        if (!again) see.run(run.no, found.row);
        return again ? 'again' : 'same';
      }
      if (found.addedIn === run.no) {
        update.run(run.no, ...inOrder(values), found.row);
        search?.replace(run, found.row, values, no);
        return 'again';
      }
      close.run(run.no, found.row);
      add(run, no, values);
      return again ? 'again' : 'changed';
    },
    remove(run, no) {
      const found = liveRow(no);
      if (!found) return false;
      if (found.addedIn === run.no) {
        erase.run(found.row);
        search?.remove(run, found.row);
      } else {
        close.run(run.no, found.row);
      }
      return true;
    },
  };
}

/** Maps a statement's values, which are in column order, to their column names. */
export function namedValues<C extends string>(
  columns: readonly C[],
  values: readonly Column[],
): Values<C> {
  const named: Partial<Record<C, Column>> = {};
  for (const [place, column] of columns.entries()) named[column] = values[place] ?? null;
  return named as Values<C>;
}
