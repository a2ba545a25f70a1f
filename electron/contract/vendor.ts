import { z } from 'zod';
import { cloudChoice } from './cloud.ts';
import { guid, profileId } from './ids.ts';

/** How the vendor's own link asks for consent, without its tenant and without its state. */
export const vendorConsent = z.object({
  form: z.enum(['v2', 'v1']),
  /** What a link of form v2 asks for, as it stands there; null with v1, which asks for everything. */
  scope: z.string().nullable(),
  /** Where Microsoft sends the administrator afterwards: a page of the vendor. */
  redirectUri: z.string(),
});
export type VendorConsent = z.infer<typeof vendorConsent>;

/** What is known of a registration that belongs to the vendor. There is no field for a credential. */
export const vendorRegistration = z.object({
  /** The MSP's own connector that looks on in customers' tenants; null: nobody does. */
  reader: z.object({ profileId, name: z.string() }).nullable(),
  /** Null: consent goes by the short form, which leads nowhere afterwards. */
  consent: vendorConsent.nullable(),
});
export type VendorRegistration = z.infer<typeof vendorRegistration>;

/** What a person gives of a vendor's registration, beside its client id and cloud. */
export const newVendorRegistration = z.object({
  readerId: profileId.nullable().default(null),
  /** The vendor's consent link as it was pasted; read out again by the engine. */
  consentLink: z.string().trim().min(1).max(4000).nullable().default(null),
});

/** What was read out of a vendor's consent link, for a person to confirm. */
export const consentLinkReading = z.object({
  clientId: guid,
  /** The clouds that sign in at this host, the likeliest first: both of US Government share one. */
  clouds: z.array(z.object({ choice: cloudChoice, label: z.string() })).min(1),
  /** `short`: without a redirect. */
  form: z.enum(['v2', 'v1', 'short']),
  /** What it asks for; empty where the form asks for everything that is registered. */
  scopes: z.array(z.string()),
  redirectUri: z.string().nullable(),
  /** The tenant that the link names; Evergrant puts the customer's id there. */
  tenant: z.string(),
});
export type ConsentLinkReading = z.infer<typeof consentLinkReading>;
