import { writeXlsxStream } from 'hucre/xlsx';
import type { Cell, ExportRow, ExportTable } from '../table.ts';
import { cellText } from '../table.ts';

/** Control characters that XML 1.0 can't contain (§2.2), and unpaired surrogates. */
// oxlint-disable-next-line no-control-regex
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/**
 * Writes an Excel workbook, compressing its parts as the rows arrive. Texts are text cells, never formulas;
 * numbers and booleans have their own cell types. After 1,048,576 rows, another sheet begins with the same
 * header. Characters that the format can't contain become U+FFFD.
 *
 * No ZIP64 records, because LibreOffice 7.4 can't open workbooks with them. Without them, a sheet is limited
 * to 4 GiB of XML, which a million of our rows don't reach.
 *
 * Source: ECMA-376 part 1, §18.3.1.4 (inline strings), §18.18.11.
 */
export async function* writeXlsx(
  { columns, batches }: ExportTable,
  title: string,
): AsyncGenerator<Uint8Array> {
  yield* writeXlsxStream(eachRow(columns, batches), {
    name: title,
    columns: columns.map((header) => ({ header })),
    freezePane: { rows: 1 },
  });
}

async function* eachRow(
  columns: readonly string[],
  batches: ExportTable['batches'],
): AsyncGenerator<(string | number | boolean | null)[]> {
  for await (const rows of batches) {
    for (const row of rows) yield columns.map((column) => value(row, column));
  }
}

function value(row: ExportRow, column: string): string | number | boolean | null {
  const cell: Cell = row[column] ?? null;
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return cellText(cell).replaceAll(notInXml, '\uFFFD');
}
