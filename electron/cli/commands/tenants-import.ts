import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { ImportOutcome, ImportPreview, ImportRow } from '../../contract/tenant-import.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { describeProblem } from '../../../text/words/problem-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { findProfile } from '../find-one.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

interface ImportOptions {
  readonly profile?: string;
  readonly dryRun: boolean;
}

/** The largest file that the engine accepts, in bytes. */
const mostBytes = 2_000_000;

/** `tenants import FILE`: adds customers from a CSV file, all or none. */
export function addTenantsImportCommand(tenants: Command, t: Translate): void {
  tenants
    .command('import')
    .description(t('cli:customers.import.about'))
    .argument('<file>', t('cli:customers.import.file'))
    .option('--profile <profile>', t('cli:customers.import.profile'))
    .option('--dry-run', t('cli:customers.import.dryRun'), false)
    .action((file: string, options: ImportOptions, command: Command) =>
      run(command, async (session) => {
        const { client, text, terminal, info } = session;
        const preview = await lookUp(session, file, options);
        const { rows } = preview;
        const count = (kind: ImportRow['outcome']['kind']) =>
          rows.filter(({ outcome }) => outcome.kind === kind).length;
        const words = [
          ...rows.map((row) => rowWords(text, row)),
          text.t('cli:customers.import.summary', {
            added: count('new'),
            already: count('alreadyHere'),
            repeated: count('sameAs'),
            refused: count('refused'),
          }),
        ];
        const document = { workspace: info.workspace, preview };
        if (options.dryRun || count('refused') > 0) {
          const ending = count('refused') > 0 ? [text.t('cli:customers.import.nothingAdded')] : [];
          terminal.result([...words, ...ending].join('\n'), { ...document, added: [] });
          return count('refused') > 0 ? exitCodes.refused : exitCodes.ok;
        }
        if (count('new') === 0) {
          const ending = text.t('cli:customers.import.nobodyNew');
          terminal.result([...words, ending].join('\n'), { ...document, added: [] });
          return exitCodes.ok;
        }
        const { added } = await client.imports.add({ importId: preview.id });
        const ending = text.t('cli:customers.import.added', { count: added.length });
        terminal.result([...words, ending].join('\n'), { ...document, added });
        return exitCodes.ok;
      }),
    );
}

async function lookUp(
  { client, text, terminal, signal }: Session,
  file: string,
  options: ImportOptions,
): Promise<ImportPreview> {
  const bytes = await read(text, file);
  const profile =
    options.profile === undefined
      ? null
      : findProfile(text, await client.profiles.list(), options.profile);
  const content = bytes.toString('base64');
  const reports = await client.imports.preview(
    { content, ...(profile && { profileId: profile.id }) },
    { signal },
  );
  let noted = 0;
  for await (const report of reports) {
    if (report.state === 'ready') return report.preview;
    const { done, total } = report;
    // One line for each tenth, so that logs stay short.
    if (terminal.interactive && done >= noted + Math.max(1, total / 10)) {
      noted = done;
      terminal.note(text.t('cli:customers.import.lookingUp', { done, total }));
    }
  }
  throw new Error('An import ends with its preview.');
}

async function read(text: Text, file: string): Promise<Buffer> {
  const bytes =
    file === '-'
      ? await buffer(process.stdin)
      : await readFile(file).catch((error: NodeJS.ErrnoException) => {
          const reason = error.code ?? error.name;
          throw new UsageError(text.t('cli:customers.import.unreadable', { file, reason }));
        });
  if (bytes.length > mostBytes) {
    const params = { file, megabytes: mostBytes / 1_000_000 };
    throw new UsageError(text.t('cli:customers.import.tooLarge', params));
  }
  return bytes;
}

function rowWords(text: Text, { line, domainOrId, outcome }: ImportRow): string {
  const params = { line, domain: domainOrId, outcome: outcomeWords(text, outcome) };
  return text.t('cli:customers.import.row', params);
}

function outcomeWords(text: Text, outcome: ImportOutcome): string {
  switch (outcome.kind) {
    case 'new':
      return text.t('cli:customers.import.new');
    case 'alreadyHere':
      return text.t('cli:customers.import.alreadyHere', { name: outcome.name });
    case 'sameAs':
      return text.t('cli:customers.import.sameAs', { line: outcome.line });
    case 'refused':
      return describeProblem(text, outcome.problem).meaning;
  }
}
