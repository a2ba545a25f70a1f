/** What one cell holds. A list stays one in JSON; in a table its parts stand after each other. */
export type Cell = string | number | boolean | null | readonly string[];

/** One row, by column. */
export type ExportRow = Readonly<Record<string, Cell>>;

/** Rows as they come from the cache: a window of them at a time, never all at once. */
export interface ExportTable {
  /** Names of the columns, in order. They are stable: scripts may rely on them. */
  readonly columns: readonly string[];
  /** Null where it is not known beforehand. */
  readonly totalRows: number | null;
  readonly batches: AsyncIterable<readonly ExportRow[]>;
}

/** A cell as a text; a list's parts are parted by semicolons. Nothing is an empty text. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? cell.join('; ') : String(cell);
}
