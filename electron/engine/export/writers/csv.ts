import { stringify } from 'csv-stringify/sync';
import { cellText } from '../table.ts';
import type { ExportTable } from '../table.ts';

/** Without it, Excel reads a CSV file in the system's legacy code page. */
const byteOrderMark = '\uFEFF';

/**
 * Writes CSV according to RFC 4180: commas, CRLF, doubled quotes; in UTF-8 with a byte order mark.
 *
 * A cell that a spreadsheet would interpret as a formula (its text begins with = + - @, their full-width
 * forms, a tab or a line break) is prefixed with an apostrophe, as OWASP recommends against CSV injection.
 */
export async function* writeCsv({ columns, batches }: ExportTable): AsyncGenerator<Uint8Array> {
  const lines = (rows: readonly (readonly string[])[]): Uint8Array =>
    Buffer.from(
      stringify(rows as string[][], {
        record_delimiter: 'windows',
        // Without this, a lone CR or LF isn't quoted, and readers that treat it as a line break begin a new
        // row.
        quote_record_delimiter: true,
        escape_formulas: true,
      }),
    );
  yield Buffer.from(byteOrderMark);
  yield lines([columns]);
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    yield lines(rows.map((row) => columns.map((column) => cellText(row[column]))));
  }
}
