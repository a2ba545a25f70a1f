import type { z } from 'zod';
import type { newProfile } from '../../contract/profile.ts';
import type { Clouds } from '../clouds/clouds.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Millis } from '../kernel/ports.ts';
import { readCredential } from './credentials/credential-input.ts';
import { requiredPermissions } from './required-permissions.ts';
import type { CredentialRecord, ProfileRecord } from './store.ts';
import { isSameCloud, vendorPartOf } from './vendor-part.ts';

/** A person's input, checked. */
interface CheckedProfile {
  readonly profile: Omit<ProfileRecord, 'id'>;
  readonly credential: CredentialRecord | null;
}

/**
 * Checks a new profile; `known` are the existing ones. Errors: `profile.already`,
 * `profile.permissionMayWrite`, `credential.*`, `cloud.*`; for a vendor's also
 * `profile.vendorCredential`, `profile.reader*`, `consentLink.*`.
 */
export async function checkNewProfile(
  asked: z.output<typeof newProfile>,
  known: readonly ProfileRecord[],
  clouds: Clouds,
  now: Millis,
): Promise<CheckedProfile> {
  const { name, clientId, cloud, landingPage, backend } = asked;
  const required = requiredPermissions(asked.requiredPermissions);
  const vendor = await vendorPartOf(asked, clouds, known);
  const credential = asked.credential && readCredential(asked.credential, now);
  await clouds.resolve(cloud);
  const same = known.find((one) => one.clientId === clientId && isSameCloud(one.cloud, cloud));
  if (same) throw new EvergrantError('profile.already', { params: { name: same.name } });
  const profile = {
    name,
    clientId,
    cloud,
    owner: vendor === null ? ('ours' as const) : ('vendor' as const),
    ...(vendor && { vendor }),
    requiredPermissions: required,
    landingPage,
    backend,
    createdAt: now,
  };
  return { profile, credential };
}
