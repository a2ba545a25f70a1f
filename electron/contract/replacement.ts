import { z } from 'zod';
import { ask } from './ask.ts';
import { instant, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';
import { credentialInput, profile } from './profile.ts';
import { setUpScript } from './set-up.ts';

/** A credential that is to follow the one in use: given, or a key pair that is made on this computer. */
export const nextCredential = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('newKeyPair') }),
  ...credentialInput.options,
]);
export type NextCredential = z.input<typeof nextCredential>;

/**
 * A certificate that waits to be swapped in: the registration has to know it first. Of its key pair there
 * is the certificate alone: no field could carry the key.
 */
export const waitingCertificate = z.object({
  profileId,
  /** As the portal shows it for a description. */
  name: z.string(),
  certificatePem: z.string(),
  /** SHA-256 of the DER, hex. */
  thumbprint: z.string(),
  /** SHA-1 of the DER in upper-case hex, as the portal lists it; for comparing by eye, not for trust. */
  portalThumbprint: z.string(),
  fileName: z.string(),
  expiresAt: instant,
  createdAt: instant,
  /** Scripts that add it to the registration; none for a cloud that the Azure CLI does not know. */
  scripts: z.array(setUpScript),
});
export type WaitingCertificate = z.infer<typeof waitingCertificate>;

/** One credential that the registration knows. */
export const registeredCredential = z.object({
  keyId: z.string(),
  kind: z.enum(['certificate', 'secret']),
  /** What it was called when it was added; the computer, where Evergrant made it. */
  name: z.string().nullable(),
  /** SHA-1 in upper-case hex, as the portal lists it; null for a secret, and where Microsoft does not say. */
  portalThumbprint: z.string().nullable(),
  startsAt: instant.nullable(),
  expiresAt: instant.nullable(),
  /** What this computer signs in with. */
  inUseHere: z.boolean(),
  /** What waits here to be swapped in. */
  waitsHere: z.boolean(),
});
export type RegisteredCredential = z.infer<typeof registeredCredential>;

/** All credentials of a registration, read in the tenant that owns it, or why they cannot be read. */
export const registeredCredentials = z.object({
  /** The tenant that owns the registration; null while that is not known. */
  ownTenantId: tenantId.nullable(),
  /** The registration's page of certificates and secrets in the portal. */
  portalUrl: z.string().nullable(),
  credentials: z.array(registeredCredential),
  problem: problem.nullable(),
});
export type RegisteredCredentials = z.infer<typeof registeredCredentials>;

const byProfile = z.object({ profileId });

/** A file that was handed to the host: `download` for a browser to take, or the path where it was written. */
export const savedFile = z.object({ download: z.string().nullable(), path: z.string().nullable() });
export type SavedFile = z.infer<typeof savedFile>;

/** `credentials.*`: the replacement of a connector's credential, and what its registration knows. */
export const credentialContract = {
  /** What waits to be swapped in; null when nothing does. */
  waiting: ask.input(byProfile).output(waitingCertificate.nullable()),
  /**
   * Begins a replacement. A certificate waits until its registration knows it; a secret is tested and
   * swapped in at once, and null is answered.
   */
  begin: ask
    .input(byProfile.extend({ credential: nextCredential }))
    .output(waitingCertificate.nullable()),
  /**
   * Tests what waits with a fresh token in a customer of this connector and swaps it in; the old one goes
   * only then. `testedIn` is null where the connector has no customer to test in.
   */
  swap: ask.input(byProfile).output(z.object({ profile, testedIn: tenantId.nullable() })),
  giveUp: ask.input(byProfile).output(z.object({ givenUp: z.boolean() })),
  saveCertificate: ask.input(byProfile).output(savedFile),
  registered: ask.input(byProfile).output(registeredCredentials),
};
