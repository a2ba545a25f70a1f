import { decodeText } from '../../../contract/decode-text.ts';
import { tenantAlias, tenantNotes, tenantTag, tenantTags } from '../../../contract/tenant.ts';
import type { ImportPreview } from '../../../contract/tenant-import.ts';
import type { Problem } from '../../../contract/problem.ts';
import { EvergrantError, newProblem } from '../../errors/evergrant-error.ts';
import { tidyTags } from '../tidy-tags.ts';
import { findColumns } from './find-columns.ts';
import type { ColumnName, FoundColumns } from './find-columns.ts';
import { readRecords } from './read-records.ts';
import type { FileRecord } from './read-records.ts';

/** More rows than an MSP has customers; a longer file is another kind of file. */
export const mostRows = 5000;

/** One row as the file has it. */
export interface FileRow {
  readonly line: number;
  readonly domainOrId: string;
  readonly alias: string | null;
  readonly tags: readonly string[];
  readonly notes: string | null;
  readonly connector: string | null;
  /** The problem of the row itself. */
  readonly problem: Problem | null;
}

/** The parsed file. */
export interface CustomersFile extends Pick<ImportPreview, 'encoding' | 'separator'> {
  readonly unusedColumns: readonly string[];
  readonly rows: readonly FileRow[];
}

/**
 * Reads a list of customers: a table with headings, or one domain or tenant ID on each line.
 *
 * Errors: `import.empty`, `import.noDomainColumn` with the headings, `import.tooManyRows`,
 * `import.notSeparated`.
 */
export function readCustomersFile(bytes: Uint8Array): CustomersFile {
  const { text, encoding } = decodeText(bytes);
  const { separator, records } = readRecords(text);
  const [first, ...rest] = records;
  if (first === undefined) throw new EvergrantError('import.empty');
  const columns = findColumns(
    first.cells,
    rest.map(({ cells }) => cells),
  );
  const hasHeadings = columns.at.domain !== undefined || columns.at.tenantId !== undefined;
  if (!hasHeadings && !isPlainList(records)) {
    throw new EvergrantError('import.noDomainColumn', {
      params: { headings: first.cells.join(', ').slice(0, 300) },
    });
  }
  const body = hasHeadings ? rest : records;
  if (body.length === 0) throw new EvergrantError('import.empty');
  if (body.length > mostRows) {
    throw new EvergrantError('import.tooManyRows', {
      params: { rows: body.length, most: mostRows },
    });
  }
  const known = hasHeadings ? columns : { at: { domain: 0 }, unused: [] };
  const width = hasHeadings ? first.cells.length : 1;
  return {
    encoding,
    separator,
    unusedColumns: known.unused,
    rows: body.map((record) => readRow(record, known, width)),
  };
}

/** One name on each line. The first one has a dot or is an ID, so it is not a heading. */
function isPlainList(records: readonly FileRecord[]): boolean {
  const first = records[0]?.cells[0] ?? '';
  return (
    records.every(({ cells }) => cells.length === 1) &&
    (/\S\.\S/.test(first) || /^\{?[0-9a-f]{8}-/i.test(first))
  );
}

function readRow({ line, cells }: FileRecord, { at }: FoundColumns, width: number): FileRow {
  const cell = (name: ColumnName): string => cells[at[name] ?? -1]?.trim() ?? '';
  const domainOrId = cell('tenantId') || cell('domain');
  const tags = tidyTags(cell('tags').split(/[,;|]/));
  const row = {
    line,
    domainOrId,
    alias: cell('alias') || null,
    tags,
    notes: cell('notes') || null,
    connector: cell('connector') || null,
  };
  const extra = cells.slice(width).some((value) => value !== '');
  return {
    ...row,
    problem: extra ? newProblem('import.extraCells', { params: { columns: width } }) : faultOf(row),
  };
}

function faultOf(row: Omit<FileRow, 'problem'>): Problem | null {
  if (row.domainOrId === '') return newProblem('import.noDomain');
  if (!tenantAlias.safeParse(row.alias ?? '').success) return newProblem('import.aliasTooLong');
  if (!tenantNotes.safeParse(row.notes ?? '').success) return newProblem('import.notesTooLong');
  const long = row.tags.find((tag) => !tenantTag.safeParse(tag).success);
  if (long !== undefined || !tenantTags.safeParse(row.tags).success) {
    return newProblem('import.tagsTooMany');
  }
  return null;
}
