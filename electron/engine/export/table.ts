/** The content of a cell. A list is an array in JSON; in a table, its elements are joined. */
export type Cell = string | number | boolean | null | readonly string[];

/** One row, by column. */
export type ExportRow = Readonly<Record<string, Cell>>;

/** Rows from the cache, one window at a time, never all together. */
export interface ExportTable {
  /** Names of the columns, in order. They are stable, so scripts may rely on them. */
  readonly columns: readonly string[];
  /** Null if it isn't known in advance. */
  readonly totalRows: number | null;
  readonly batches: AsyncIterable<readonly ExportRow[]>;
}

/**
 * Converts a cell to text; a list's elements are separated by semicolons, and null or a missing cell is
 * empty.
 */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? cell.join('; ') : String(cell);
}
