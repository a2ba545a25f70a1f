import { z } from 'zod';
import { guid, instant, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** The partner's own registration, for reading the list of customers; never the connector. */
export const partnerSignIn = z.object({
  clientId: guid,
  /** The partner's own tenant: the only one that consents to this registration. */
  tenantId,
  cloudLabel: z.string(),
  /** The account that is signed in for it. */
  account: z.string().nullable(),
});
export type PartnerSignIn = z.infer<typeof partnerSignIn>;

export const newPartnerSignIn = z.object({
  clientId: guid,
  /** A domain or the tenant ID of the partner itself. */
  domainOrId: z.string().trim().min(1).max(4000),
  /** The connector whose Microsoft cloud it shares. */
  profileId,
});

/** A delegated admin relationship (GDAP), as the partner's tenant lists it. */
export const partnerRelationship = z.object({
  name: z.string(),
  /** Microsoft's value, for example `active`, `expired`, `terminated`. */
  status: z.string(),
  endsAt: instant.nullable(),
});

/**
 * A customer in the list of the partner's tenant: name and domain are copies that Microsoft does not
 * update.
 */
export const partnerCustomer = z.object({
  tenantId,
  listedName: z.string().nullable(),
  listedDomain: z.string().nullable(),
  relationships: z.array(partnerRelationship),
  hasContract: z.boolean(),
  /** Its name in Evergrant, if it is already a customer there. */
  here: z.string().nullable(),
});
export type PartnerCustomer = z.infer<typeof partnerCustomer>;

export const partnerList = z.object({
  id: guid,
  readAt: instant,
  customers: z.array(partnerCustomer),
  /** Lists that could not be read, so customers can be missing. */
  unread: z.array(z.object({ list: z.enum(['relationships', 'customers', 'contracts']), problem })),
});
export type PartnerList = z.infer<typeof partnerList>;

/** The customers of the list to add, and their connector. */
export const partnerChoice = z.object({
  listId: guid,
  tenantIds: z.array(tenantId).min(1).max(5000),
  profileId: profileId.optional(),
});
