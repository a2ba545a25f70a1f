import type { z } from 'zod';
import type { newProfile } from '../../contract/profile.ts';
import type { VendorRegistration } from '../../contract/vendor.ts';
import type { CloudChoice } from '../clouds/cloud.ts';
import type { Clouds } from '../clouds/clouds.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { consentOf, readConsentLink } from './read-consent-link.ts';
import type { ProfileRecord, VendorRecord } from './store.ts';

/** Whether two profiles are in the same cloud. */
export function isSameCloud(one: CloudChoice, other: CloudChoice): boolean {
  return one.kind === 'custom'
    ? other.kind === 'custom' && one.file === other.file
    : one.kind === other.kind;
}

/**
 * The stored part of a vendor's registration, from a person's input; null for one of ours.
 *
 * Errors: `profile.vendorCredential`, `consentLink.*`, and those of {@link checkReader}.
 */
export async function vendorPartOf(
  asked: z.output<typeof newProfile>,
  clouds: Clouds,
  known: readonly ProfileRecord[],
): Promise<VendorRecord | null> {
  const { vendor, clientId, cloud } = asked;
  if (vendor === undefined) return null;
  if (asked.credential !== null) throw new EvergrantError('profile.vendorCredential');
  const { readerId, consentLink } = vendor;
  checkReader(readerId, cloud, known);
  if (consentLink === null) return { readerId, consent: null };
  const choices = [cloud, ...known.map((profile) => profile.cloud)];
  const reading = await readConsentLink(consentLink, clouds, choices);
  if (reading.clientId !== clientId) {
    throw new EvergrantError('consentLink.otherClient', { params: { found: reading.clientId } });
  }
  if (!reading.clouds.some(({ choice }) => isSameCloud(choice, cloud))) {
    const found = reading.clouds.map(({ label }) => label).join(', ');
    throw new EvergrantError('consentLink.otherCloud', { params: { found } });
  }
  return { readerId, consent: consentOf(reading) };
}

/**
 * Checks that a reader is one of our registrations in the same cloud.
 *
 * Errors: `profile.unknown`, `profile.readerNotOurs`, `profile.readerOtherCloud`.
 */
export function checkReader(
  readerId: string | null,
  cloud: CloudChoice,
  known: readonly ProfileRecord[],
): void {
  if (readerId === null) return;
  const reader = known.find(({ id }) => id === readerId);
  if (!reader) throw new EvergrantError('profile.unknown', { params: { profileId: readerId } });
  const params = { name: reader.name };
  if (reader.owner !== 'ours') throw new EvergrantError('profile.readerNotOurs', { params });
  if (!isSameCloud(reader.cloud, cloud)) {
    throw new EvergrantError('profile.readerOtherCloud', { params });
  }
}

/** A vendor's registration as it crosses the contract. */
export function presentVendor(
  { consent }: VendorRecord,
  reader: ProfileRecord | null,
): VendorRegistration {
  return { reader: reader && { profileId: reader.id, name: reader.name }, consent };
}
