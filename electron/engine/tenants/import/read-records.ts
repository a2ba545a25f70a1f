import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { EvergrantError } from '../../errors/evergrant-error.ts';

/** Possible separators of cells. */
export type Separator = ',' | ';' | '\t' | '|';

/** One record of the file and its first line, counted from 1. */
export interface FileRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

const parsed = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

/**
 * The records of a separated text; empty lines are skipped. The separator is the most frequent one in
 * the first line outside of quotes, or the one that a spreadsheet's `sep=` line names. The line
 * `#TYPE …`, the first line of Export-Csv in Windows PowerShell, is not part of the table.
 *
 * Errors: `import.notSeparated` with the line, for a quote that is never closed.
 * Source: RFC 4180.
 */
export function readRecords(text: string): {
  readonly separator: Separator;
  readonly records: readonly FileRecord[];
} {
  const [before = ''] = /^(?:(?:sep=[,;|\t]|"?#TYPE [^\r\n]*)\r?\n)*/i.exec(text) ?? [];
  const named = /^sep=([,;|\t])/im.exec(before);
  const body = text.slice(before.length);
  const separator = (named?.[1] as Separator | undefined) ?? likelySeparator(body);
  const linesBefore = before.split('\n').length - 1;
  try {
    const rows = parsed.parse(
      parse(body, {
        delimiter: separator,
        info: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        skip_records_with_empty_values: true,
        trim: true,
      }),
    );
    const records = rows.map(({ record, info }) => ({
      line: linesBefore + info.lines - breaksIn(record),
      cells: record,
    }));
    return { separator, records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = linesBefore + Number(error['lines'] ?? 1);
    throw new EvergrantError('import.notSeparated', { params: { line }, cause: error });
  }
}

function likelySeparator(text: string): Separator {
  const [firstLine = ''] = text.trimStart().split(/\r?\n/, 1);
  const bare = firstLine.replaceAll(/"[^"]*"/g, '');
  const counted = ([',', ';', '\t', '|'] as const).map(
    (separator) => [separator, bare.split(separator).length] as const,
  );
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** How many lines a record has beyond its first. */
function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split(/\r\n|\r|\n/).length - 1, 0);
}
