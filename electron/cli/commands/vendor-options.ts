import type { Command } from 'commander';
import type { NewProfile, Profile } from '../../contract/profile.ts';
import type { Translate } from '../../../text/create-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { findProfile } from '../find-one.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/** The options of `profiles add` for a registration that belongs to a vendor. */
export interface VendorOptions {
  readonly vendor?: boolean;
  readonly clientId?: string;
  readonly consentLink?: string;
  readonly reader?: string;
  readonly vendorPage?: string;
  readonly name: string;
  readonly certificate?: readonly string[];
  readonly secretFile?: string;
}

export function withVendorOptions(command: Command, t: Translate): Command {
  return command
    .option('--vendor', t('cli:vendor.flag'), false)
    .option('--consent-link <link>', t('cli:vendor.consentLink'))
    .option('--reader <profile>', t('cli:vendor.reader'))
    .option('--vendor-page <address>', t('cli:vendor.page'));
}

/**
 * The vendor-specific fields of a new profile; nothing if the registration is ours. A link is used only if
 * the client ID is given too: that is how a script confirms what was read.
 *
 * @throws UsageError with what is missing, or with what the link says and how to confirm it
 */
export async function vendorPartOf(
  { client, text }: Pick<Session, 'client' | 'text'>,
  options: VendorOptions,
): Promise<Pick<NewProfile, 'vendor' | 'backend'>> {
  const { consentLink, reader, vendorPage } = options;
  if (options.vendor !== true) {
    const isMeant = consentLink !== undefined || reader !== undefined || vendorPage !== undefined;
    if (isMeant) throw new UsageError(text.t('cli:vendor.flagMissing'));
    return {};
  }
  if (options.certificate !== undefined || options.secretFile !== undefined)
    throw new UsageError(text.t('vendor:noSecret'));
  if (consentLink !== undefined && options.clientId === undefined) {
    const { clientId, clouds, redirectUri } = await client.vendors.readConsentLink({
      link: consentLink,
    });
    const cloud = clouds.map(({ label }) => label).join(' / ');
    const target = redirectUri ?? text.t('vendor:link.nowhere');
    throw new UsageError(text.t('cli:vendor.confirm', { clientId, cloud, target }));
  }
  const found =
    reader === undefined ? null : findProfile(text, await client.profiles.list(), reader);
  return {
    vendor: { readerId: found?.id ?? null, consentLink: consentLink ?? null },
    ...(vendorPage !== undefined && { backend: { name: options.name, address: vendorPage } }),
  };
}

/** A vendor's profile in the list: its limits, and which connector reads for it; null for our own. */
export function vendorWords(t: Translate, { vendor }: Profile): string | null {
  if (vendor === undefined) return null;
  return vendor.reader === null
    ? t('cli:vendor.rowNobody')
    : t('cli:vendor.row', { reader: vendor.reader.name });
}

/** `profiles reader VENDOR READER`: sets which connector reads for the vendor's; `none` for no reader. */
export function addReaderCommand(profiles: Command, t: Translate): void {
  profiles
    .command('reader')
    .description(t('cli:vendor.setReader'))
    .argument('<vendor>', t('cli:vendor.which'))
    .argument('<reader>', t('cli:vendor.readerOrNone'))
    .action((vendor: string, reader: string, _options: unknown, command: Command) =>
      run(command, async ({ client, text, terminal, info }) => {
        const all = await client.profiles.list();
        const { id: profileId } = findProfile(text, all, vendor);
        const readerId = reader === 'none' ? null : findProfile(text, all, reader).id;
        const profile = await client.vendors.setReader({ profileId, readerId });
        terminal.result(`${profile.name}: ${vendorWords(text.t, profile) ?? ''}`, {
          workspace: info.workspace,
          profile,
        });
        return exitCodes.ok;
      }),
    );
}
