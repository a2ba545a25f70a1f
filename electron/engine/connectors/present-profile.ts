import type { Profile } from '../../contract/profile.ts';
import type { CloudChoice } from '../clouds/cloud.ts';
import type { Clouds } from '../clouds/clouds.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Millis } from '../kernel/ports.ts';
import type { CredentialRecord, ProfileRecord } from './store.ts';
import { presentVendor } from './vendor-part.ts';

/** A profile as it crosses the contract. `reader`: the connector that reads tenants for a vendor's. */
export async function presentProfile(
  profile: ProfileRecord,
  credential: CredentialRecord | null,
  reader: ProfileRecord | null,
  clouds: Clouds,
): Promise<Profile> {
  return {
    id: profile.id,
    name: profile.name,
    clientId: profile.clientId,
    cloud: profile.cloud.kind,
    cloudLabel: await labelOf(profile.cloud, clouds),
    pages: await pagesOf(profile.cloud, clouds),
    owner: profile.owner,
    ...(profile.vendor && { vendor: presentVendor(profile.vendor, reader) }),
    requiredPermissions: [...profile.requiredPermissions],
    landingPage: profile.landingPage,
    backend: profile.backend,
    credential: credential && {
      kind: credential.kind,
      thumbprint: credential.kind === 'certificate' ? credential.thumbprint : null,
      expiresAt: isoOrNull(credential.expiresAt),
    },
    createdAt: new Date(profile.createdAt).toISOString(),
  };
}

/** A custom cloud whose file is missing is still listed, by the path of its file. */
async function labelOf(choice: CloudChoice, clouds: Clouds): Promise<string> {
  try {
    return (await clouds.resolve(choice)).label;
  } catch (error) {
    if (!(error instanceof EvergrantError) || choice.kind !== 'custom') throw error;
    return choice.file;
  }
}

/** A custom cloud has neither a portal nor Microsoft's explanations. */
async function pagesOf(choice: CloudChoice, clouds: Clouds): Promise<Profile['pages']> {
  if (choice.kind === 'custom') return { portal: null, explanations: null };
  const { portalBaseUrl, authorityBaseUrl } = await clouds.resolve(choice);
  return { portal: portalBaseUrl, explanations: authorityBaseUrl };
}

function isoOrNull(moment: Millis | null): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}
