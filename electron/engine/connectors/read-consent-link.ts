import type { ConsentLinkReading, VendorConsent } from '../../contract/vendor.ts';
import type { Cloud, CloudChoice } from '../clouds/cloud.ts';
import type { Clouds } from '../clouds/clouds.ts';
import { cloudsOfSignInHost } from '../clouds/sign-in-hosts.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { addressOf, consentLinkParts } from './consent-link-parts.ts';

/**
 * Reads a vendor's consent link, for a person to confirm. The host decides the cloud: one of
 * Microsoft's, or a custom cloud that a profile in Evergrant already names.
 *
 * Errors: those of {@link addressOf} and {@link consentLinkParts}, `consentLink.notHttps`,
 * `consentLink.notMicrosoft`.
 */
export async function readConsentLink(
  link: string,
  clouds: Clouds,
  known: readonly CloudChoice[],
): Promise<ConsentLinkReading> {
  const url = addressOf(link);
  const found = await cloudsAt(url, clouds, known);
  if (found.length === 0) {
    throw new EvergrantError('consentLink.notMicrosoft', { params: { host: url.host } });
  }
  const { scopes, ...parts } = consentLinkParts(url);
  return {
    ...parts,
    scopes: [...scopes],
    clouds: byScope(found, scopes).map(({ choice, cloud }) => ({ choice, label: cloud.label })),
  };
}

/** The stored part of a link: neither its tenant nor its state. Null for the short form. */
export function consentOf(reading: ConsentLinkReading): VendorConsent | null {
  const { form, scopes, redirectUri } = reading;
  if (form === 'short' || redirectUri === null) return null;
  return { form, scope: form === 'v2' ? scopes.join(' ') : null, redirectUri };
}

interface KnownCloud {
  readonly choice: CloudChoice;
  readonly cloud: Cloud;
}

async function cloudsAt(
  { host, protocol, origin }: URL,
  clouds: Clouds,
  known: readonly CloudChoice[],
): Promise<readonly KnownCloud[]> {
  const names = cloudsOfSignInHost(host);
  if (names.length > 0 && protocol !== 'https:') {
    throw new EvergrantError('consentLink.notHttps', { params: { host } });
  }
  const microsoft = await Promise.all(
    names.map(async (kind) => ({ choice: { kind }, cloud: await clouds.resolve({ kind }) })),
  );
  const custom = await customClouds(clouds, known);
  return [...microsoft, ...custom.filter(({ cloud }) => isSignInOf(cloud, origin))];
}

/** If several clouds share a host, a scope that names a cloud's Graph host decides. */
function byScope(found: readonly KnownCloud[], scopes: readonly string[]): readonly KnownCloud[] {
  const named = found.filter(({ cloud }) =>
    scopes.some((scope) => scope.startsWith(`${cloud.graphBaseUrl}/`)),
  );
  return named.length > 0 ? named : found;
}

/** The custom clouds of the profiles; one whose file is missing is skipped. */
async function customClouds(
  clouds: Clouds,
  known: readonly CloudChoice[],
): Promise<readonly KnownCloud[]> {
  const files = new Set(known.flatMap((choice) => (choice.kind === 'custom' ? choice.file : [])));
  const found = [...files].map(async (file): Promise<KnownCloud[]> => {
    const choice = { kind: 'custom', file } as const;
    try {
      return [{ choice, cloud: await clouds.resolve(choice) }];
    } catch (error) {
      if (error instanceof EvergrantError) return [];
      throw error;
    }
  });
  return (await Promise.all(found)).flat();
}

function isSignInOf(cloud: Cloud, origin: string): boolean {
  return cloud.browserBaseUrl === origin || cloud.authorityBaseUrl === origin;
}
