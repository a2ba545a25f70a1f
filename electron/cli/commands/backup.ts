import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { RestoreOutcome } from '../../contract/backup.ts';
import { leastPassphrase } from '../../contract/passphrase.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { timeWords } from '../../../text/words/format.ts';
import { checkBackup } from '../../platform/check-backup.ts';
import { createPathFiles } from '../../platform/export-files/path-files.ts';
import { readPassphraseFile } from '../../platform/keys/passphrase-file.ts';
import { readTextFile } from '../../platform/read-text-file.ts';
import { problemSentence } from '../../platform/problem-sentence.ts';
import { exitCodes } from '../exit-codes.ts';
import { exitCodeOfExport, followExport } from '../follow-export.ts';
import { lookAtReplaced } from '../replaced-backup.ts';
import { run } from '../run.ts';
import type { Work } from '../run.ts';
import { askNewPassphrase } from '../session.ts';
import type { GlobalOptions, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

interface PassphraseOptions {
  readonly passphraseFile?: string;
}

/** `backup FILE` and `restore FILE`. */
export function addBackupCommands(program: Command, t: Translate): void {
  program
    .command('backup')
    .description(t('cli:backup.make'))
    .argument('<file>', t('cli:backup.file'))
    .option('--passphrase-file <file>', t('cli:backup.passphraseFile'))
    .option('--replace', t('cli:backup.replace'), false)
    .action((file: string, _options: unknown, command: Command) => make(command, file));
  program
    .command('restore')
    .description(t('cli:backup.bring'))
    .argument('<file>', t('cli:backup.file'))
    .option('--passphrase-file <file>', t('cli:backup.passphraseFile'))
    .option('--dry-run', t('cli:backup.dryRun'), false)
    .action((file: string, _options: unknown, command: Command) => bringIn(command, file));
}

async function make(command: Command, file: string): Promise<void> {
  const options = command.opts<PassphraseOptions & { readonly replace: boolean }>();
  const path = resolve(file);
  const target = { path, replace: options.replace, keepsReplaced: false };
  await run(
    command,
    async (session) => {
      const { client, text, terminal, info } = session;
      const passphrase = await passphraseFor(session, options, () =>
        askNewPassphrase(
          terminal,
          text,
          text.t('cli:backup.newPassphrase', { least: leastPassphrase }),
        ),
      );
      if (options.replace) {
        target.keepsReplaced = (await lookAtReplaced(session, path, passphrase)) === 'keptAside';
      }
      const job = await followExport(session, await client.backups.make({ passphrase }));
      const words =
        job.state === 'finished'
          ? text.t('cli:backup.made', { file: job.savedAs ?? '' })
          : text.t('cli:backup.notMade');
      terminal.result(words, { workspace: info.workspace, backup: job });
      if (target.keepsReplaced && job.state === 'finished') {
        terminal.note(text.t('cli:backup.keptAside'));
      }
      if (job.problem) terminal.note(problemSentence(text, job.problem));
      return exitCodeOfExport(job);
    },
    {
      exportFiles: (records) => createPathFiles(target, records),
    },
  );
}

async function bringIn(command: Command, file: string): Promise<void> {
  const options = command.opts<PassphraseOptions & { readonly dryRun: boolean }>();
  let opened: OpenedBackup | null = null;
  const open = async ({ text, terminal }: Asking): Promise<OpenedBackup> => {
    opened ??= {
      file: await readBackup(text, file),
      passphrase: await passphraseFor({ text, terminal }, options, () =>
        terminal.askSecret(text.t('cli:backup.passphrase')),
      ),
    };
    return opened;
  };
  const work: Work = async (session) => {
    const { client, text, terminal, info } = session;
    const opened = await open(session);
    const outcome = options.dryRun
      ? await client.backups.preview(opened)
      : await client.backups.restore(opened);
    terminal.result(lines(text, outcome, options.dryRun), {
      workspace: info.workspace,
      dryRun: options.dryRun,
      restore: outcome,
    });
    return exitCodes.ok;
  };
  // Restoring a backup permits Evergrant to create a ledger, once the backup has passed every check.
  const mayMakeLedger = async (asking: Asking): Promise<boolean> => {
    if (options.dryRun) return false;
    await checkBackup(await open(asking), command.optsWithGlobals<GlobalOptions>().practice);
    return true;
  };
  await run(command, work, { mayMakeLedger });
}

type Asking = Pick<Session, 'text' | 'terminal'>;

interface OpenedBackup {
  readonly file: string;
  readonly passphrase: string;
}

async function readBackup(text: Text, file: string): Promise<string> {
  return await readTextFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      text.t('cli:backup.unreadable', { file, reason: error.code ?? error.name }),
    );
  });
}

async function passphraseFor(
  { terminal, text }: Asking,
  { passphraseFile }: PassphraseOptions,
  ask: () => Promise<string>,
): Promise<string> {
  if (passphraseFile !== undefined) {
    return await readPassphraseFile(resolve(passphraseFile), '--passphrase-file');
  }
  if (!terminal.interactive) throw new UsageError(text.t('cli:backup.needsPassphrase'));
  return await ask();
}

function lines(text: Text, outcome: RestoreOutcome, dryRun: boolean): string {
  const { t } = text;
  const at = timeWords(text, outcome.madeAt);
  const names = outcome.withoutCredential.map(({ name }) => name).join(', ');
  return [
    dryRun ? t('cli:backup.would', { at }) : t('cli:backup.did', { at }),
    ...outcome.counts.map(({ subject, ...numbers }) =>
      t('cli:backup.row', { subject: t(`backup:subject.${subject}`), ...numbers }),
    ),
    ...outcome.differing.map(({ subject, name }) =>
      t('backup:differingRow', { subject: t(`backup:subject.${subject}`), name }),
    ),
    ...(outcome.forgotten.length > 0
      ? [t('backup:forgotten', { names: outcome.forgotten.join(', ') })]
      : []),
    ...(names !== ''
      ? [t('backup:withoutCredential', { count: outcome.withoutCredential.length, names })]
      : []),
  ].join('\n');
}
