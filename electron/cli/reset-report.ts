import { extname } from 'node:path';
import { ORPCError } from '@orpc/server';
import { problem } from '../contract/problem.ts';
import type { GroupChanges, ResetReportFormat } from '../contract/reset-report.ts';
import type { Reset } from '../contract/reset.ts';
import type { Text } from '../../text/create-text.ts';
import { syncsAround, tellsChanges } from '../../text/reports/reset-changes.ts';
import type { Client, Session } from './session.ts';
import { UsageError } from './usage-error.ts';

const formats: ReadonlyMap<string, ResetReportFormat> = new Map([
  ['.pdf', 'pdf'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.md', 'markdown'],
  ['.json', 'json'],
]);

/**
 * The format of a report, from its file extension.
 *
 * @throws UsageError if the extension is none of them
 */
export function reportFormatOf(text: Text, file: string): ResetReportFormat {
  const format = formats.get(extname(file).toLowerCase());
  if (format === undefined) throw new UsageError(text.t('cli:reset.reportEnding'));
  return format;
}

/** Writes the reset's report to the requested file and prints where it is. */
export async function saveReport(
  { client, terminal, text, signal }: Session,
  { tenantId, id: resetId }: Reset,
  format: ResetReportFormat,
): Promise<{ readonly format: ResetReportFormat; readonly path: string | null }> {
  const { path } = await client.resets.saveReport({ tenantId, resetId, format }, { signal });
  terminal.note(text.t('cli:reset.reportSaved', { path: path ?? '' }));
  return { format, path };
}

/** The report's part about changes in groups; nothing if the report doesn't cover them yet. */
export async function toldChanges(
  client: Client,
  reset: Reset,
): Promise<{ readonly changes?: GroupChanges | null }> {
  if (!tellsChanges(reset)) return {};
  const syncs = syncsAround(reset);
  if (syncs === null) return { changes: null };
  try {
    return { changes: (await client.comparisons.summary(syncs)).summary };
  } catch (error) {
    if (error instanceof ORPCError && problem.safeParse(error.data).data?.code === gone) {
      return { changes: null };
    }
    throw error;
  }
}

const gone = 'comparison.syncGone';
