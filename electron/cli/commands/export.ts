import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { exportFormat } from '../../contract/export.ts';
import type { ExportContent, ExportFormat, ExportJob, NewExport } from '../../contract/export.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { numberWords } from '../../../text/words/format.ts';
import type { ExportFiles } from '../../engine/kernel/ports.ts';
import type { PartRecords } from '../../platform/export-files/part-records.ts';
import { createPathFiles } from '../../platform/export-files/path-files.ts';
import { problemSentence } from '../../platform/problem-sentence.ts';
import type { ExitCode } from '../exit-codes.ts';
import { exportContent, exportSubjects } from '../export-content.ts';
import type { ContentOptions } from '../export-content.ts';
import { exitCodeOfExport, followExport } from '../follow-export.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';
import { createStandardOutputFiles } from '../standard-output-files.ts';
import { UsageError } from '../usage-error.ts';

interface ExportOptions extends ContentOptions {
  readonly format: ExportFormat;
  readonly out?: string;
  readonly replace: boolean;
  readonly ticket?: string;
  readonly json: boolean;
}

/** `export [TENANT] WHAT`: exports from the cache to a file or to standard output. */
export function addExportCommand(program: Command, t: Translate): void {
  program
    .command('export')
    .description(t('cli:export.about'))
    .argument('<tenantOrWhat>', t('cli:export.tenant'))
    .argument('[what]', t('cli:export.what', { subjects: exportSubjects.join(', ') }))
    .addOption(
      new Option('--format <format>', t('cli:export.format'))
        .choices(exportFormat.options)
        .default('csv'),
    )
    .option('--out <file>', t('cli:export.out'))
    .option('--replace', t('cli:export.replace'), false)
    .option('--all', t('cli:export.all'), false)
    .option('--search <words>', t('cli:export.search'), '')
    .option('--effective', t('cli:export.effective'), false)
    .option('--person <person>', t('cli:export.person'))
    .option('--from <sync>', t('cli:export.from'))
    .option('--to <sync>', t('cli:export.to'))
    .addOption(
      new Option('--of <kind>', t('cli:export.of'))
        .choices(['groups', 'people', 'memberships'])
        .default('memberships'),
    )
    .action((first: string, second: string | undefined, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      return run(
        command,
        async (session) => {
          checkOutput(session.text, options);
          const content = await exportContent(session, first, second, options);
          return await carry(session, content, options);
        },
        { exportFiles: filesOf(options) },
      );
    });
}

/** Standard output carries either rows or the one JSON document, never both; a workbook is binary. */
function checkOutput(text: Text, { out, json, format }: ExportOptions): void {
  if (out !== '-') return;
  if (json) throw new UsageError(text.t('cli:export.outAndJson'));
  if (format === 'xlsx') throw new UsageError(text.t('cli:export.outBinary'));
}

function filesOf({ out, replace }: ExportOptions): (records: PartRecords) => ExportFiles {
  if (out === '-') return () => createStandardOutputFiles(process.stdout);
  return (records) =>
    createPathFiles(
      out === undefined ? { folder: process.cwd() } : { path: resolve(out), replace },
      records,
    );
}

async function carry(
  session: Session,
  content: ExportContent,
  options: ExportOptions,
): Promise<ExitCode> {
  const { client, text, terminal, info } = session;
  const asked: NewExport = {
    content,
    format: options.format,
    ...(options.ticket !== undefined && { ticket: options.ticket }),
  };
  const job = await followExport(session, await client.exports.start(asked));
  const words = text.t(`cli:export.ended.${endOf(job)}`, {
    rows: numberWords(text, job.rows),
    file: job.savedAs ?? '',
  });
  if (options.out === '-') terminal.note(words);
  else terminal.result(words, { workspace: info.workspace, export: job });
  if (job.problem) terminal.note(problemSentence(text, job.problem));
  return exitCodeOfExport(job);
}

function endOf({ state, savedAs }: ExportJob): 'saved' | 'written' | 'cancelled' | 'failed' {
  if (state === 'finished') return savedAs === null ? 'written' : 'saved';
  return state === 'failed' ? 'failed' : 'cancelled';
}
