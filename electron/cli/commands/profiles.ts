import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { microsoftCloudName } from '../../contract/cloud.ts';
import type { MicrosoftCloudName } from '../../contract/cloud.ts';
import type { NewProfile, Profile } from '../../contract/profile.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { credentialEndWords } from '../../../text/words/credential-words.ts';
import { clientIdOf } from '../client-id.ts';
import { addCredentialOptions, readCredentialOptions } from '../credential-files.ts';
import type { CredentialOptions } from '../credential-files.ts';
import { exitCodes } from '../exit-codes.ts';
import { findProfile } from '../find-one.ts';
import { run } from '../run.ts';
import { addProfileEditCommand } from './profile-edit.ts';
import { addProfileFileCommands } from './profile-files.ts';
import {
  addReaderCommand,
  vendorPartOf,
  vendorWords,
  withVendorOptions,
} from './vendor-options.ts';
import type { VendorOptions } from './vendor-options.ts';

interface AddOptions extends VendorOptions, CredentialOptions {
  readonly cloud?: MicrosoftCloudName;
  readonly cloudFile?: string;
}

/** `profiles add|list|edit|export|import|remove|reader`. */
export function addProfilesCommands(program: Command, t: Translate): void {
  const profiles = program.command('profiles').description(t('cli:profiles.about'));
  const adding = withVendorOptions(profiles.command('add'), t)
    .description(t('cli:profiles.add'))
    .requiredOption('--name <name>', t('cli:profiles.name'))
    .option('--client-id <guid>', t('cli:profiles.clientId'))
    .addOption(
      new Option('--cloud <name>', t('cli:profiles.cloud'))
        .choices(microsoftCloudName.options)
        .conflicts('cloudFile'),
    )
    .option('--cloud-file <file>', t('cli:profiles.cloudFile'));
  addCredentialOptions(adding, t).action((_options: unknown, command: Command) => add(command));
  addProfileEditCommand(profiles, t);
  addProfileFileCommands(profiles, t);
  profiles
    .command('list')
    .description(t('cli:profiles.list'))
    .action((_options: unknown, command: Command) => list(command));
  profiles
    .command('remove')
    .description(t('cli:profiles.remove'))
    .argument('<profile>', t('cli:profiles.profile'))
    .action((query: string, _options: unknown, command: Command) => remove(command, query));
  addReaderCommand(profiles, t);
}

async function add(command: Command): Promise<void> {
  await run(command, async (session) => {
    const { client, text, terminal, info } = session;
    const options = command.opts<AddOptions>();
    const vendor = await vendorPartOf(session, options);
    const profile = await client.profiles.add({
      ...vendor,
      name: options.name,
      clientId: clientIdOf(text, options.clientId),
      cloud: cloudOf(options),
      credential: await readCredentialOptions(text, options),
    });
    terminal.result(text.t('cli:profiles.added', { name: profile.name, id: profile.id }), {
      workspace: info.workspace,
      profile,
    });
    return exitCodes.ok;
  });
}

async function list(command: Command): Promise<void> {
  await run(command, async ({ client, text, terminal, info, now }) => {
    const profiles = await client.profiles.list();
    const lines = profiles.map((profile) => row(text, profile, now())).join('\n');
    terminal.result(lines || text.t('cli:profiles.none'), { workspace: info.workspace, profiles });
    return exitCodes.ok;
  });
}

async function remove(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const profile = findProfile(text, await client.profiles.list(), query);
    await client.profiles.remove({ profileId: profile.id });
    terminal.result(text.t('cli:profiles.removed', { name: profile.name }), {
      workspace: info.workspace,
      removed: profile.id,
    });
    return exitCodes.ok;
  });
}

function cloudOf(options: AddOptions): NewProfile['cloud'] {
  if (options.cloudFile !== undefined) return { kind: 'custom', file: resolve(options.cloudFile) };
  return { kind: options.cloud ?? 'global' };
}

function row(text: Text, profile: Profile, now: number): string {
  const { credential } = profile;
  const end = credentialEndWords(text, profile, now);
  return text.t('cli:profiles.row', {
    id: profile.id,
    name: profile.name,
    clientId: profile.clientId,
    cloud: profile.cloudLabel,
    credential:
      vendorWords(text.t, profile) ??
      (credential === null
        ? text.t('cli:profiles.noCredential')
        : text.t('cli:profiles.has', { kind: text.t(`connectors:kind.${credential.kind}`), end })),
  });
}
