import type { ExportRow } from '../table.ts';

/** How many rows are read at once: enough for speed, little enough that nothing else waits. */
const windowSize = 200;

/**
 * Reads a list window by window and makes rows of it, after those that are given first. Ends when
 * the list does: one that has become shorter meanwhile is found out by the snapshot.
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
