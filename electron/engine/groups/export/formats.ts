import type { ExportFormat } from '../../../contract/export.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { ParsedContent } from './contents.ts';
import type { ExportTable } from './table.ts';
import { writeCsv } from './writers/csv.ts';
import { writeJsonLines } from './writers/json-lines.ts';
import { writeXlsx } from './writers/xlsx.ts';

/** How the rows of a table become bytes. */
export interface TableFormat {
  readonly extension: string;
  readonly mediaType: string;
  write(table: ExportTable, title: string): AsyncIterable<Uint8Array>;
}

const tableFormats = {
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8', write: writeCsv },
  jsonl: { extension: 'jsonl', mediaType: 'application/jsonl', write: writeJsonLines },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeXlsx,
  },
} as const satisfies Partial<Record<ExportFormat, TableFormat>>;

/**
 * The format of a table.
 *
 * @throws EvergrantError `export.formatImpossible` for what only a hand-over can be written as
 */
export function tableFormat(content: ParsedContent, format: ExportFormat): TableFormat {
  if (format !== 'scim' && format !== 'json') return tableFormats[format];
  throw new EvergrantError('export.formatImpossible', {
    params: { format, content: content.kind },
  });
}
