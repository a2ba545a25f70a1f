import { z } from 'zod';
import { ask } from './ask.ts';
import { instant, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';
import { credentialInput, profile } from './profile.ts';
import { setUpScript } from './set-up.ts';

/** The credential that will replace the current one: given, or a key pair that is made on this computer. */
export const nextCredential = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('newKeyPair') }),
  ...credentialInput.options,
]);
export type NextCredential = z.input<typeof nextCredential>;

/**
 * A certificate that is pending for the swap: the registration must have it first. Of its key pair it
 * contains only the certificate: no field could carry the key.
 */
export const waitingCertificate = z.object({
  profileId,
  /** As the portal shows it as the description. */
  name: z.string(),
  certificatePem: z.string(),
  /** SHA-256 of the DER, hex. */
  thumbprint: z.string(),
  /** SHA-1 of the DER in uppercase hex, as the portal lists it; for comparing by eye, not for trust. */
  portalThumbprint: z.string(),
  fileName: z.string(),
  expiresAt: instant,
  createdAt: instant,
  /** Scripts that add it to the registration; none for a cloud that the Azure CLI does not know. */
  scripts: z.array(setUpScript),
});
export type WaitingCertificate = z.infer<typeof waitingCertificate>;

/** One credential of the registration. */
export const registeredCredential = z.object({
  keyId: z.string(),
  kind: z.enum(['certificate', 'secret']),
  /** Its name from when it was added; the computer's name, if Evergrant made it. */
  name: z.string().nullable(),
  /**
   * SHA-1 in uppercase hex, as the portal lists it; null for a secret, and if Microsoft does not
   * return it.
   */
  portalThumbprint: z.string().nullable(),
  startsAt: instant.nullable(),
  expiresAt: instant.nullable(),
  /** This computer's current credential. */
  inUseHere: z.boolean(),
  /** The certificate pending on this computer. */
  waitsHere: z.boolean(),
});
export type RegisteredCredential = z.infer<typeof registeredCredential>;

/** All credentials of a registration, read in the tenant that owns it, or why they cannot be read. */
export const registeredCredentials = z.object({
  /** The tenant that owns the registration; null while unknown. */
  ownTenantId: tenantId.nullable(),
  /** The registration's page of certificates and secrets in the portal. */
  portalUrl: z.string().nullable(),
  credentials: z.array(registeredCredential),
  problem: problem.nullable(),
});
export type RegisteredCredentials = z.infer<typeof registeredCredentials>;

const byProfile = z.object({ profileId });

/** A file that was given to the host: `download` for a browser, or the path where it was written. */
export const savedFile = z.object({ download: z.string().nullable(), path: z.string().nullable() });
export type SavedFile = z.infer<typeof savedFile>;

/** `credentials.*`: the replacement of a connector's credential, and the credentials of its registration. */
export const credentialContract = {
  /** The pending certificate; null when there is none. */
  waiting: ask.input(byProfile).output(waitingCertificate.nullable()),
  /**
   * Begins a replacement. A certificate is pending until its registration has it; a secret is tested
   * and swapped in immediately, and null is returned.
   */
  begin: ask
    .input(byProfile.extend({ credential: nextCredential }))
    .output(waitingCertificate.nullable()),
  /**
   * Tests the pending certificate with a new token in a customer of this connector and swaps it in;
   * only then the old one is removed. `testedIn` is null if the connector has no customer to test in.
   */
  swap: ask.input(byProfile).output(z.object({ profile, testedIn: tenantId.nullable() })),
  giveUp: ask.input(byProfile).output(z.object({ givenUp: z.boolean() })),
  saveCertificate: ask.input(byProfile).output(savedFile),
  registered: ask.input(byProfile).output(registeredCredentials),
};
