import { z } from 'zod';
import { cloudChoice } from './cloud.ts';
import { guid, profileId } from './ids.ts';

/** How the vendor's own link requests consent, without its tenant and its state. */
export const vendorConsent = z.object({
  form: z.enum(['v2', 'v1']),
  /** The requested scopes of a v2 link, unchanged; null with v1, which requests everything. */
  scope: z.string().nullable(),
  /** Where Microsoft sends the administrator afterwards: a page of the vendor. */
  redirectUri: z.string(),
});
export type VendorConsent = z.infer<typeof vendorConsent>;

/** The details of a vendor's registration. It has no field for a credential. */
export const vendorRegistration = z.object({
  /** The MSP's own connector that reads customers' tenants for the vendor's connector; null: none. */
  reader: z.object({ profileId, name: z.string() }).nullable(),
  /** Null: the consent link has the short form, without a page afterwards. */
  consent: vendorConsent.nullable(),
});
export type VendorRegistration = z.infer<typeof vendorRegistration>;

/** A person's input about a vendor's registration, besides its client ID and cloud. */
export const newVendorRegistration = z.object({
  readerId: profileId.nullable().default(null),
  /** The vendor's consent link as it was pasted; the engine reads it again. */
  consentLink: z.string().trim().min(1).max(4000).nullable().default(null),
});

/** The details of a vendor's consent link, for a person to confirm. */
export const consentLinkReading = z.object({
  clientId: guid,
  /** The clouds with this sign-in host, likeliest first: both US Government clouds share one. */
  clouds: z.array(z.object({ choice: cloudChoice, label: z.string() })).min(1),
  /** `short`: without a redirect. */
  form: z.enum(['v2', 'v1', 'short']),
  /** The requested scopes; empty if the form requests everything that is registered. */
  scopes: z.array(z.string()),
  redirectUri: z.string().nullable(),
  /** The tenant named in the link; Evergrant replaces it with the customer's ID. */
  tenant: z.string(),
});
export type ConsentLinkReading = z.infer<typeof consentLinkReading>;
