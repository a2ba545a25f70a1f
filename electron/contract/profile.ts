import { z } from 'zod';
import { cloudChoice, cloudName } from './cloud.ts';
import { guid, instant, profileId } from './ids.ts';
import { permission } from './grant.ts';
import { newVendorRegistration, vendorRegistration } from './vendor.ts';

/** A web address for people: only https. */
export const webAddress = z.url({ protocol: /^https$/ }).max(500);

/** The vendor's backend, where a connector is also set up: only for people, Evergrant never calls it. */
export const vendorBackend = z.object({
  /** The vendor's name for it. */
  name: z.string().trim().min(1).max(120),
  address: webAddress.nullable().default(null),
  /**
   * The menu path to its page, as the vendor writes it: "Settings → Azure AD & Active Directory →
   * Remove Grant".
   */
  words: z.string().trim().max(400).default(''),
});
export type VendorBackend = z.infer<typeof vendorBackend>;

/** A connector profile in the engine's answers: no field could carry its credential. */
export const profile = z.object({
  id: profileId,
  name: z.string(),
  clientId: guid,
  cloud: cloudName,
  cloudLabel: z.string(),
  /** Microsoft's pages for people in this cloud, without a trailing slash; null if there are none. */
  pages: z.object({
    /** The Entra portal. */
    portal: z.string().nullable(),
    /** The host of the page that explains AADSTS numbers. */
    explanations: z.string().nullable(),
  }),
  owner: z.enum(['ours', 'vendor']),
  /** The details of a vendor's registration; absent for one of ours. */
  vendor: vendorRegistration.optional(),
  requiredPermissions: z.array(permission),
  /**
   * The page that people see after a consent that does not return to this computer; null if there is
   * none.
   */
  landingPage: z.string().nullable(),
  backend: vendorBackend.nullable(),
  credential: z
    .object({
      kind: z.enum(['certificate', 'secret']),
      /** SHA-256 thumbprint of a certificate, hex; null for a secret. */
      thumbprint: z.string().nullable(),
      expiresAt: instant.nullable(),
    })
    .nullable(),
  createdAt: instant,
});
export type Profile = z.infer<typeof profile>;

/** A credential as input. */
export const credentialInput = z.discriminatedUnion('kind', [
  /** PEM with certificate and unprotected private key. */
  z.object({ kind: z.literal('certificate'), pem: z.string().min(1) }),
  /** Certificate and private key as the bytes of their files (PEM, PFX, DER), base64. */
  z.object({
    kind: z.literal('files'),
    files: z.array(z.base64().min(1).max(700_000)).min(1).max(4),
    /** The passphrase of the PFX or of the private key; empty if there is none. */
    passphrase: z.string().max(1000).default(''),
  }),
  z.object({
    kind: z.literal('secret'),
    value: z.string().min(1),
    expiresAt: instant.nullable().default(null),
  }),
]);
export type CredentialInput = z.infer<typeof credentialInput>;

export const newProfile = z.object({
  name: z.string().trim().min(1).max(120),
  clientId: guid,
  cloud: cloudChoice,
  /** The registration belongs to a vendor; absent for one of ours. A vendor's has no credential. */
  vendor: newVendorRegistration.optional(),
  /**
   * Default: the connector's three permissions. A permission that is not on the list of reading ones
   * is refused.
   */
  requiredPermissions: z
    .array(z.object({ id: guid, type: z.enum(['delegated', 'application']) }))
    .optional(),
  landingPage: webAddress.nullable().default(null),
  backend: vendorBackend.nullable().default(null),
  credential: credentialInput.nullable().default(null),
});
export type NewProfile = z.input<typeof newProfile>;

/** The properties of a profile that can be changed. An absent one is unchanged. */
export const profileEdit = z.object({
  profileId,
  name: newProfile.shape.name.optional(),
  landingPage: webAddress.nullable().optional(),
  backend: vendorBackend.nullable().optional(),
});
export type ProfileEdit = z.input<typeof profileEdit>;
