import type { Command } from 'commander';
import type { RegisteredCredential, WaitingCertificate } from '../../contract/replacement.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { dayWords } from '../../../text/words/format.ts';
import { problemSentence } from '../../platform/problem-sentence.ts';
import { addCredentialOptions, readCredentialOptions } from '../credential-files.ts';
import type { CredentialOptions } from '../credential-files.ts';
import { exitCodeOfProblem, exitCodes } from '../exit-codes.ts';
import { findProfile } from '../find-one.ts';
import { run } from '../run.ts';

/** `credential begin|swap|give-up|list`: the replacement of a connector's credential. */
export function addCredentialCommands(program: Command, t: Translate): void {
  const credential = program.command('credential').description(t('cli:credential.about'));
  addCredentialOptions(
    credential
      .command('begin')
      .description(t('cli:credential.begin'))
      .argument('<profile>', t('cli:profiles.profile')),
    t,
  ).action((query: string, _options: unknown, command: Command) => begin(command, query));
  credential
    .command('swap')
    .description(t('cli:credential.swap'))
    .argument('<profile>', t('cli:profiles.profile'))
    .action((query: string, _options: unknown, command: Command) => swap(command, query));
  credential
    .command('give-up')
    .description(t('cli:credential.giveUp'))
    .argument('<profile>', t('cli:profiles.profile'))
    .action((query: string, _options: unknown, command: Command) => giveUp(command, query));
  credential
    .command('list')
    .description(t('cli:credential.list'))
    .argument('<profile>', t('cli:profiles.profile'))
    .action((query: string, _options: unknown, command: Command) => list(command, query));
}

async function begin(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const { id: profileId, name } = findProfile(text, await client.profiles.list(), query);
    const given = await readCredentialOptions(text, command.opts<CredentialOptions>());
    const credential = given ?? { kind: 'newKeyPair' as const };
    const waiting = await client.credentials.begin({ profileId, credential });
    const words =
      waiting === null
        ? text.t('cli:credential.swapped', { name })
        : text.t('cli:credential.waits', { ...said(text, waiting), name });
    terminal.result(words, { workspace: info.workspace, waiting });
    return exitCodes.ok;
  });
}

async function swap(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info, signal }) => {
    const { id: profileId, name } = findProfile(text, await client.profiles.list(), query);
    const swapped = await client.credentials.swap({ profileId }, { signal });
    terminal.result(text.t('cli:credential.swapped', { name }), {
      workspace: info.workspace,
      ...swapped,
    });
    return exitCodes.ok;
  });
}

async function giveUp(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const { id: profileId, name } = findProfile(text, await client.profiles.list(), query);
    const { givenUp } = await client.credentials.giveUp({ profileId });
    const words = text.t(givenUp ? 'cli:credential.givenUp' : 'cli:credential.nothing', { name });
    terminal.result(words, { workspace: info.workspace, givenUp });
    return exitCodes.ok;
  });
}

async function list(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info, signal }) => {
    const { id: profileId } = findProfile(text, await client.profiles.list(), query);
    const registered = await client.credentials.registered({ profileId }, { signal });
    const { problem, credentials } = registered;
    if (problem !== null) terminal.note(problemSentence(text, problem));
    const lines = credentials.map((row) => lineOf(text, row)).join('\n');
    terminal.result(lines, { workspace: info.workspace, ...registered });
    return problem === null ? exitCodes.ok : exitCodeOfProblem(problem);
  });
}

function said(text: Text, waiting: WaitingCertificate) {
  return {
    certificate: waiting.name,
    thumbprint: waiting.portalThumbprint,
    until: dayWords(text, waiting.expiresAt),
    pem: waiting.certificatePem.trim(),
  };
}

function lineOf(text: Text, row: RegisteredCredential): string {
  const where = row.inUseHere ? 'here' : row.waitsHere ? 'waits' : 'elsewhere';
  return text.t('cli:credential.row', {
    kind: text.t(`connectors:kind.${row.kind}`),
    name: row.name ?? text.t('connectors:registered.unnamed'),
    thumbprint: row.portalThumbprint ?? '',
    until: row.expiresAt === null ? text.t('common:unknown') : dayWords(text, row.expiresAt),
    where: text.t(`cli:credential.where.${where}`),
  });
}
