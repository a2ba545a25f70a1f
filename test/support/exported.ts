import { readFile } from 'node:fs/promises';
import type { ContractRouterClient } from '@orpc/contract';
import { parse } from 'csv-parse/sync';
import { readXlsxObjects } from 'hucre/xlsx';
import type { engineContract } from '../../electron/contract/contract.ts';
import type { ExportJob, NewExport } from '../../electron/contract/export.ts';

/** A row of a file, by column. */
export type FileRow = Readonly<Record<string, unknown>>;

/** Runs an export until it ends. */
export async function exported(
  client: ContractRouterClient<typeof engineContract>,
  asked: NewExport,
): Promise<ExportJob> {
  let job = await client.exports.start(asked);
  for await (const next of await client.exports.watch({ exportId: job.id })) job = next;
  return job;
}

/** Rows of a table's file, read by a third-party parser. */
export async function rowsIn(path: string): Promise<readonly FileRow[]> {
  const bytes = await readFile(path);
  if (path.endsWith('.xlsx')) return (await readXlsxObjects(bytes)).data;
  if (path.endsWith('.csv')) return parse(bytes, { bom: true, columns: true });
  return bytes
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as FileRow);
}
