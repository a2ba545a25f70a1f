import type { ExportTable } from '../table.ts';

/**
 * JSON Lines: one object per line with every column, in UTF-8, each line terminated by a line feed
 * (jsonlines.org).
 */
export async function* writeJsonLines({
  columns,
  batches,
}: ExportTable): AsyncGenerator<Uint8Array> {
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    const lines = rows.map((row) => {
      const whole = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
      return `${JSON.stringify(whole)}\n`;
    });
    yield Buffer.from(lines.join(''));
  }
}
