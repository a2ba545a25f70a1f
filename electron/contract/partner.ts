import { z } from 'zod';
import { guid, instant, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** The partner's own registration, with which the list of customers is read; never the connector. */
export const partnerSignIn = z.object({
  clientId: guid,
  /** The partner's own tenant: the only one where this is consented. */
  tenantId,
  cloudLabel: z.string(),
  /** Who is signed in for it. */
  account: z.string().nullable(),
});
export type PartnerSignIn = z.infer<typeof partnerSignIn>;

export const newPartnerSignIn = z.object({
  clientId: guid,
  /** A domain or the tenant id of the partner itself. */
  domainOrId: z.string().trim().min(1).max(4000),
  /** The connector whose Microsoft cloud it shares. */
  profileId,
});

/** A delegated admin relationship (GDAP), as the partner's tenant lists it. */
export const partnerRelationship = z.object({
  name: z.string(),
  /** Microsoft's word, for example `active`, `expired`, `terminated`. */
  status: z.string(),
  endsAt: instant.nullable(),
});

/** A customer as the partner's tenant lists it: name and domain are copies that Microsoft does not renew. */
export const partnerCustomer = z.object({
  tenantId,
  listedName: z.string().nullable(),
  listedDomain: z.string().nullable(),
  relationships: z.array(partnerRelationship),
  hasContract: z.boolean(),
  /** What it is called here, when it is a customer here already. */
  here: z.string().nullable(),
});
export type PartnerCustomer = z.infer<typeof partnerCustomer>;

export const partnerList = z.object({
  id: guid,
  readAt: instant,
  customers: z.array(partnerCustomer),
  /** Lists that could not be read: customers may be lacking. */
  unread: z.array(z.object({ list: z.enum(['relationships', 'customers', 'contracts']), problem })),
});
export type PartnerList = z.infer<typeof partnerList>;

/** Which of the listed customers are added, and with which connector. */
export const partnerChoice = z.object({
  listId: guid,
  tenantIds: z.array(tenantId).min(1).max(5000),
  profileId: profileId.optional(),
});
