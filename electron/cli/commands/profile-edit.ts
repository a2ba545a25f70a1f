import type { Command } from 'commander';
import { webAddress } from '../../contract/profile.ts';
import type { Profile, ProfileEdit } from '../../contract/profile.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { findProfile } from '../find-one.ts';
import { run } from '../run.ts';
import { UsageError } from '../usage-error.ts';

interface EditOptions {
  readonly name?: string;
  readonly landingPage?: string;
  readonly backendName?: string;
  readonly backendAddress?: string;
  readonly backendWords?: string;
}

/** `profiles edit`. */
export function addProfileEditCommand(profiles: Command, t: Translate): void {
  profiles
    .command('edit')
    .description(t('cli:profileFiles.edit'))
    .argument('<profile>', t('cli:profiles.profile'))
    .option('--name <name>', t('cli:profiles.name'))
    .option('--landing-page <address>', t('cli:profileFiles.landingPage'))
    .option('--backend-name <name>', t('cli:profileFiles.backendName'))
    .option('--backend-address <address>', t('cli:profileFiles.backendAddress'))
    .option('--backend-words <text>', t('cli:profileFiles.backendWords'))
    .action((query: string, _options: unknown, command: Command) => edit(command, query));
}

async function edit(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const before = findProfile(text, await client.profiles.list(), query);
    const profile = await client.profiles.edit(editOf(text, before, command.opts<EditOptions>()));
    terminal.result(text.t('cli:profileFiles.edited', { name: profile.name }), {
      workspace: info.workspace,
      profile,
    });
    return exitCodes.ok;
  });
}

function editOf(text: Text, before: Profile, options: EditOptions): ProfileEdit {
  const { name, landingPage, backendName, backendAddress, backendWords } = options;
  const backend = {
    name: backendName ?? before.backend?.name ?? '',
    address:
      backendAddress === undefined
        ? (before.backend?.address ?? null)
        : addressOf(text, backendAddress),
    words: backendWords ?? before.backend?.words ?? '',
  };
  return {
    profileId: before.id,
    ...(name !== undefined && { name }),
    ...(landingPage !== undefined && { landingPage: addressOf(text, landingPage) }),
    backend: backend.name === '' ? null : backend,
  };
}

/** An empty text removes the address. */
function addressOf(text: Text, address: string): string | null {
  if (address === '') return null;
  if (webAddress.safeParse(address).success) return address;
  throw new UsageError(text.t('cli:profileFiles.addressWrong', { address }));
}
