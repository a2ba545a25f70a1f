import { stringify } from 'csv-stringify/sync';
import { cellText } from '../table.ts';
import type { ExportTable } from '../table.ts';

/** Excel takes a CSV file for the system's old code page unless this stands before it. */
const byteOrderMark = '\uFEFF';

/**
 * CSV as RFC 4180 has it: commas, CRLF, quotes doubled; in UTF-8 with a byte order mark.
 *
 * A cell that a spreadsheet would take for a formula (its text begins with = + - @, their full-width
 * forms, a tab or a line break) gets an apostrophe before it, as OWASP advises against CSV injection.
 */
export async function* writeCsv({ columns, batches }: ExportTable): AsyncGenerator<Uint8Array> {
  const lines = (rows: readonly (readonly string[])[]): Uint8Array =>
    Buffer.from(
      stringify(rows as string[][], {
        record_delimiter: 'windows',
        // Without it a lone CR or LF is not quoted, and begins a row for every reader that takes it for one.
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
