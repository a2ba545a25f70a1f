import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { microsoftCloudName } from '../../contract/cloud.ts';
import type { MicrosoftCloudName } from '../../contract/cloud.ts';
import type { RegistrationReport, SetUp } from '../../contract/set-up.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { registrationFix, registrationWords } from '../../../text/words/registration-words.ts';
import { setUpClicks } from '../../../text/words/set-up-clicks.ts';
import { clientIdOf } from '../client-id.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { findProfile } from '../find-one.ts';
import { folded, foundBy, given, meantBy } from '../meant.ts';
import { run } from '../run.ts';
import { UsageError } from '../usage-error.ts';
import { writePrivateFile } from '../write-private-file.ts';

const kinds = ['azureCliBash', 'azureCliPowerShell', 'graphPowerShell'] as const;

/** `connector set-up begin|list|script|clicks|finish|give-up` and `connector check`. */
export function addConnectorCommands(program: Command, t: Translate): void {
  const connector = program.command('connector').description(t('cli:connector.about'));
  const setUp = connector.command('set-up').description(t('cli:connector.setUp'));
  setUp
    .command('begin')
    .description(t('cli:connector.begin'))
    .requiredOption('--name <name>', t('cli:connector.name'))
    .requiredOption('--home <domainOrId>', t('cli:connector.home'))
    .addOption(
      new Option('--cloud <name>', t('cli:profiles.cloud'))
        .choices(microsoftCloudName.options)
        .conflicts('cloudFile'),
    )
    .option('--cloud-file <file>', t('cli:profiles.cloudFile'))
    .option('--certificate-file <file>', t('cli:connector.certificateFile'))
    .action((_options: unknown, command: Command) => begin(command));
  setUp
    .command('list')
    .description(t('cli:connector.list'))
    .action((_options: unknown, command: Command) => list(command));
  setUp
    .command('script')
    .description(t('cli:connector.script'))
    .argument('<setUp>', t('cli:connector.which'))
    .addOption(
      new Option('--kind <kind>', t('cli:connector.kind')).choices(kinds).default(kinds[0]),
    )
    .action((query: string, _options: unknown, command: Command) => script(command, query));
  setUp
    .command('clicks')
    .description(t('cli:connector.clicks'))
    .argument('<setUp>', t('cli:connector.which'))
    .action((query: string, _options: unknown, command: Command) => clicks(command, query));
  setUp
    .command('finish')
    .description(t('cli:connector.finish'))
    .argument('<setUp>', t('cli:connector.which'))
    .requiredOption('--client-id <guid>', t('cli:profiles.clientId'))
    .action((query: string, _options: unknown, command: Command) => finish(command, query));
  setUp
    .command('give-up')
    .description(t('cli:connector.giveUp'))
    .argument('<setUp>', t('cli:connector.which'))
    .action((query: string, _options: unknown, command: Command) => giveUp(command, query));
  connector
    .command('check')
    .description(t('cli:connector.check'))
    .argument('<connector>', t('cli:profiles.profile'))
    .option('--home <domainOrId>', t('cli:connector.home'))
    .action((query: string, _options: unknown, command: Command) => check(command, query));
}

async function begin(command: Command): Promise<void> {
  await run(command, async ({ client, text, terminal, info, signal }) => {
    const options = command.opts<{
      readonly name: string;
      readonly home: string;
      readonly cloud?: MicrosoftCloudName;
      readonly cloudFile?: string;
      readonly certificateFile?: string;
    }>();
    const { name, home, cloudFile, certificateFile } = options;
    const setUp = await client.setUps.begin(
      {
        name,
        home,
        cloud:
          cloudFile === undefined
            ? { kind: options.cloud ?? 'global' }
            : { kind: 'custom', file: resolve(cloudFile) },
      },
      { signal },
    );
    if (certificateFile !== undefined) await write(text, certificateFile, setUp.certificate.pem);
    terminal.result(text.t('cli:connector.begun', { name, id: setUp.id }), {
      workspace: info.workspace,
      setUp,
    });
    return exitCodes.ok;
  });
}

async function list(command: Command): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const setUps = await client.setUps.list();
    const lines = setUps.map(({ id, name, home, certificate }) =>
      text.t('cli:connector.row', { id, name, home, thumbprint: certificate.portalThumbprint }),
    );
    terminal.result(lines.join('\n') || text.t('cli:connector.none'), {
      workspace: info.workspace,
      setUps,
    });
    return exitCodes.ok;
  });
}

async function script(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const setUp = findSetUp(text, await client.setUps.list(), query);
    const { kind } = command.opts<{ readonly kind: (typeof kinds)[number] }>();
    const found = setUp.scripts.find((one) => one.kind === kind);
    if (found === undefined) {
      throw new UsageError(text.t('cli:connector.noScript', { kind, cloud: setUp.cloudLabel }));
    }
    terminal.result(found.text.trimEnd(), { workspace: info.workspace, script: found });
    return exitCodes.ok;
  });
}

async function clicks(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const setUp = findSetUp(text, await client.setUps.list(), query);
    const steps = setUpClicks(text, setUp);
    const lines = steps.map((step, index) => `${index + 1}. ${step}`);
    terminal.result([...lines, '', setUp.certificate.pem.trimEnd()].join('\n'), {
      workspace: info.workspace,
      steps,
      setUp,
    });
    return exitCodes.ok;
  });
}

async function finish(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info, signal }) => {
    const clientId = clientIdOf(text, command.opts<{ readonly clientId: string }>().clientId);
    const { id } = findSetUp(text, await client.setUps.list(), query);
    const finished = await client.setUps.finish({ setUpId: id, clientId }, { signal });
    const { name, id: profileId } = finished.profile;
    terminal.result(
      text.t('cli:connector.finished', { name, id: profileId, tenantId: finished.tenantId }),
      { workspace: info.workspace, ...finished },
    );
    return exitCodes.ok;
  });
}

async function giveUp(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const { id, name } = findSetUp(text, await client.setUps.list(), query);
    await client.setUps.giveUp({ setUpId: id });
    terminal.result(text.t('cli:connector.givenUp', { name }), {
      workspace: info.workspace,
      removed: id,
    });
    return exitCodes.ok;
  });
}

async function check(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info, signal }) => {
    const profile = findProfile(text, await client.profiles.list(), query);
    const { home } = command.opts<{ readonly home?: string }>();
    const report = await client.setUps.check(
      { profileId: profile.id, ...(home !== undefined && { home }) },
      { signal },
    );
    terminal.result(reportLines(text, report).join('\n'), { workspace: info.workspace, report });
    return exitCodeOf(report);
  });
}

function reportLines(text: Text, report: RegistrationReport): string[] {
  return report.checks.map((one) => {
    const fix = registrationFix(text, one);
    return text.t('cli:connector.checkRow', {
      verdict: text.t(`setUp:check.verdict.${one.verdict}`),
      kind: text.t(`setUp:check.kind.${one.kind}`),
      words: [registrationWords(text, one), fix].filter(Boolean).join(' '),
    });
  });
}

function exitCodeOf({ ready, checks }: RegistrationReport): ExitCode {
  if (ready) return exitCodes.ok;
  return checks.some(({ verdict }) => verdict === 'wrong')
    ? exitCodes.notGreen
    : exitCodes.couldNotTell;
}

/** By ID, or by name if the name is unique. */
function findSetUp(text: Text, setUps: readonly SetUp[], query: string): SetUp {
  const matches = foundBy(meantBy(query), (wanted) =>
    setUps.filter(({ id, name }) => id === wanted || folded(name) === wanted),
  );
  const [found] = matches;
  if (found === undefined)
    throw new UsageError(text.t('cli:connector.unknown', { query: given(query) }));
  if (matches.length > 1) {
    const list = matches.map(({ id }) => id).join(', ');
    throw new UsageError(text.t('cli:connector.ambiguous', { query: given(query), matches: list }));
  }
  return found;
}

async function write(text: Text, file: string, pem: string): Promise<void> {
  await writePrivateFile(file, pem, { replace: true }).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code ?? error.name;
    throw new UsageError(text.t('cli:connector.unwritable', { file, reason }));
  });
}
