import type { z } from 'zod';
import type { newExport } from '../../contract/export.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { openTable, wordOf } from './contents.ts';
import { readCustomers } from './customers.ts';
import { handOverTable } from './hand-over/hand-over-table.ts';
import { writeHandOverJson } from './hand-over/write-json.ts';
import { writeScim } from './hand-over/write-scim.ts';
import { activityTable } from './rows/activity-rows.ts';
import { takeSnapshot } from './snapshot.ts';
import type { ExportSources } from './sources.ts';
import type { ExportRow, ExportTable } from './table.ts';
import { writeCsv } from './writers/csv.ts';
import { writeJsonLines } from './writers/json-lines.ts';
import { writeXlsx } from './writers/xlsx.ts';

/** An export as parsed by the contract. */
export type ParsedExport = z.output<typeof newExport>;

/** Formats of a table. */
const tableFormats = {
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8', write: writeCsv },
  jsonl: { extension: 'jsonl', mediaType: 'application/jsonl', write: writeJsonLines },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeXlsx,
  },
} as const;

/** Formats of hand-overs only: documents with both people and groups. */
const documentFormats = {
  scim: { extension: 'scim.json', mediaType: 'application/scim+json', write: writeScim },
  json: { extension: 'json', mediaType: 'application/json', write: writeHandOverJson },
} as const;

/** An export that is ready to write. */
export interface OpenExport {
  readonly extension: string;
  readonly mediaType: string;
  readonly totalRows: number | null;
  /** Produces the bytes; calls `counted` for each row, or for each person in a document. */
  readonly bytes: (counted: (rows: number) => void) => AsyncIterable<Uint8Array>;
  /** Runs when the complete file has its final name. */
  readonly afterCommit: () => Promise<void>;
}

/**
 * Opens an export at the syncs that are shown now.
 *
 * @throws EvergrantError `export.formatImpossible` for a table in a format of hand-overs only, and those
 * of {@link openTable} and of the hand-over
 */
export async function openExport(
  sources: ExportSources,
  asked: ParsedExport,
  practice: boolean,
): Promise<OpenExport> {
  const { content, format } = asked;
  const title = `${practice ? 'PRACTICE ' : ''}${wordOf(content)}`;
  if (content.kind === 'handOver') {
    return await openHandOver(sources, content.tenantId, asked, practice, title);
  }
  if (format === 'scim' || format === 'json') {
    throw new EvergrantError('export.formatImpossible', {
      params: { format, content: content.kind },
    });
  }
  const table =
    content.kind === 'activity'
      ? await activityTable(sources, content.tenantId, practice)
      : await openTable(sources, content, practice);
  return { ...asTable(table, format, title), afterCommit: () => Promise.resolve() };
}

async function openHandOver(
  sources: ExportSources,
  tenantId: string,
  { format, ticket }: ParsedExport,
  practice: boolean,
  title: string,
): Promise<OpenExport> {
  const snapshot = await takeSnapshot(sources, [tenantId]);
  const customers = await readCustomers(sources, snapshot, [tenantId], practice);
  const handOver = await sources.policies.handOver(tenantId);
  const afterCommit = () => sources.policies.recordHandOver(handOver, { ticket: ticket ?? null });
  if (format !== 'scim' && format !== 'json') {
    return { ...asTable(handOverTable(handOver, customers), format, title), afterCommit };
  }
  const { write, ...file } = documentFormats[format];
  return {
    ...file,
    totalRows: handOver.totalPeople,
    bytes: (counted) => write(handOver, customers, counted),
    afterCommit,
  };
}

function asTable(
  table: ExportTable,
  format: keyof typeof tableFormats,
  title: string,
): Omit<OpenExport, 'afterCommit'> {
  const { write, ...file } = tableFormats[format];
  return {
    ...file,
    totalRows: table.totalRows,
    bytes: (counted) => write({ ...table, batches: countRows(table, counted) }, title),
  };
}

async function* countRows(
  { batches }: ExportTable,
  counted: (rows: number) => void,
): AsyncGenerator<readonly ExportRow[]> {
  for await (const rows of batches) {
    yield rows;
    counted(rows.length);
  }
}
