import type { ExportRow } from '../table.ts';

/** Rows read at a time: enough for speed, and few enough that other calls don't wait. */
const windowSize = 200;

/**
 * Reads a list window by window, continuing after the given first rows, and converts it to rows. Ends when
 * the list ends; if the list became shorter in the meantime, the snapshot detects it.
 */
export async function* windows<T>(
  ask: (offset: number, limit: number) => Promise<{ readonly rows: readonly T[] }>,
  rowOf: (entry: T) => ExportRow | Promise<ExportRow>,
  first: readonly ExportRow[] = [],
  size: number = windowSize,
): AsyncGenerator<readonly ExportRow[]> {
  if (first.length > 0) yield first;
  for (let offset = 0; ; offset += size) {
    const { rows } = await ask(offset, size);
    if (rows.length > 0) yield await Promise.all(rows.map(async (row) => await rowOf(row)));
    if (rows.length < size) return;
  }
}
