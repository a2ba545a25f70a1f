import { z } from 'zod';
import { cloudChoice, cloudName } from './cloud.ts';
import { guid, instant, profileId } from './ids.ts';
import { permission } from './grant.ts';
import { newVendorRegistration, vendorRegistration } from './vendor.ts';

/** An address of the web that people are sent to: https alone. */
export const webAddress = z.url({ protocol: /^https$/ }).max(500);

/** The vendor's backend, where a connector is also set up: for people alone, Evergrant never calls it. */
export const vendorBackend = z.object({
  /** What the vendor calls it. */
  name: z.string().trim().min(1).max(120),
  address: webAddress.nullable().default(null),
  /** The way to its page, in the vendor's words: "Settings → Azure AD & Active Directory → Remove Grant". */
  words: z.string().trim().max(400).default(''),
});
export type VendorBackend = z.infer<typeof vendorBackend>;

/** A connector profile as it leaves the engine: there is no field that could carry its credential. */
export const profile = z.object({
  id: profileId,
  name: z.string(),
  clientId: guid,
  cloud: cloudName,
  cloudLabel: z.string(),
  /** Microsoft's pages for people in this cloud, without a trailing slash; null where there are none. */
  pages: z.object({
    /** The Entra portal. */
    portal: z.string().nullable(),
    /** The host that explains AADSTS numbers. */
    explanations: z.string().nullable(),
  }),
  owner: z.enum(['ours', 'vendor']),
  /** What is known of a vendor's registration; absent where it is ours. */
  vendor: vendorRegistration.optional(),
  requiredPermissions: z.array(permission),
  /** Where people end after a consent that does not come back to this computer; null where there is no such page. */
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

/** A credential on its way in. */
export const credentialInput = z.discriminatedUnion('kind', [
  /** PEM with certificate and unprotected private key. */
  z.object({ kind: z.literal('certificate'), pem: z.string().min(1) }),
  /** Certificate and private key as the bytes of their files (PEM, PFX, DER), base64. */
  z.object({
    kind: z.literal('files'),
    files: z.array(z.base64().min(1).max(700_000)).min(1).max(4),
    /** Of the PFX or of the private key; empty where there is none. */
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
  /** The registration belongs to a vendor; absent where it is ours. A vendor's takes no credential. */
  vendor: newVendorRegistration.optional(),
  /** Default: the three of product.md §1. A permission that is not on the reading allow-list is refused. */
  requiredPermissions: z
    .array(z.object({ id: guid, type: z.enum(['delegated', 'application']) }))
    .optional(),
  landingPage: webAddress.nullable().default(null),
  backend: vendorBackend.nullable().default(null),
  credential: credentialInput.nullable().default(null),
});
export type NewProfile = z.input<typeof newProfile>;

/** What of a profile can be changed. What is left out stays. */
export const profileEdit = z.object({
  profileId,
  name: newProfile.shape.name.optional(),
  landingPage: webAddress.nullable().optional(),
  backend: vendorBackend.nullable().optional(),
});
export type ProfileEdit = z.input<typeof profileEdit>;
