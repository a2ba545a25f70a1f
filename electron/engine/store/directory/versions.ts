import type { Database } from '../database/open.ts';
import { live, rowRange } from './codes.ts';
import type { OpenRun } from './open-run.ts';
import type { SearchIndex } from './search-index.ts';

export type Column = string | number | null;

/** What writing an object's row came to. `again`: this sync had written it before. */
export type Written = 'appeared' | 'changed' | 'same' | 'again';

/** The live row of an object. */
export interface LiveRow {
  readonly row: number;
  readonly addedIn: number;
  readonly seenIn: number;
  readonly values: readonly Column[];
}

/** One table whose rows are versions of an object's properties. */
export interface Versions {
  get(no: number): LiveRow | null;
  /** Writes the properties, in the order of `columns`. Nothing is written when they are as before. */
  put(run: OpenRun, no: number, values: readonly Column[]): Written;
  /** The object is gone; false when it was not there. */
  remove(run: OpenRun, no: number): boolean;
}

/**
 * Keeps versions of rows: a change closes the row in this sync and adds another, so that the sync
 * before it still sees the old one until this one is shown.
 *
 * Source: design of docs/architecture.md, "Data" (`added_in`, `removed_in`).
 */
export function createVersions(
  database: Database,
  table: {
    readonly name: 'person' | 'grp' | 'thing';
    readonly columns: readonly string[];
    readonly search?: SearchIndex;
  },
): Versions {
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
  const liveRow = (no: number): LiveRow | null => {
    const found = get.get(no) as [number, number, number, ...Column[]] | undefined;
    if (!found) return null;
    const [row, addedIn, seenIn, ...values] = found;
    return { row, addedIn, seenIn, values };
  };
  const add = (run: OpenRun, no: number, values: readonly Column[]): void => {
    const row = nextRow(run);
    insert.run(row, run.tenantNo, no, run.no, run.no, ...values);
  };
  return {
    get: liveRow,
    put(run, no, values) {
      const found = liveRow(no);
      if (!found) {
        add(run, no, values);
        return 'appeared';
      }
      const again = found.seenIn === run.no;
      if (values.every((value, place) => value === found.values[place])) {
        if (!again) see.run(run.no, found.row);
        return again ? 'again' : 'same';
      }
      if (found.addedIn === run.no) {
        update.run(run.no, ...values, found.row);
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
