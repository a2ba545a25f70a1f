import { z } from 'zod';
import { instant, profileId, tenantId } from './ids.ts';
import { grantStatus } from './grant.ts';
import { quietWatch } from './quiet-watch.ts';
import { syncRun } from './sync.ts';

/** A customer's tenant: the id is the key, everything else is a label that may change. */
export const tenant = z.object({
  tenantId,
  profileId,
  /** What the technician calls it, or null. */
  alias: z.string().nullable(),
  /** From the last read of the organization, or null before the first. */
  displayName: z.string().nullable(),
  primaryDomain: z.string().nullable(),
  initialDomain: z.string().nullable(),
  verifiedDomains: z.array(z.string()),
  /** Domains that it had at an earlier read of the organization and has no more. */
  formerDomains: z.array(z.string()),
  /** The domain or id that was typed when it was added. */
  addedAs: z.string(),
  addedAt: instant,
  /** Words of the technicians', to find and sort customers by; each once, whatever its case. */
  tags: z.array(z.string()),
  notes: z.string().nullable(),
});
export type Tenant = z.infer<typeof tenant>;

/** What a technician may write about a customer, each within its bounds. */
export const tenantAlias = z.string().trim().max(120);
export const tenantTag = z.string().trim().min(1).max(40);
export const tenantTags = z.array(tenantTag).max(20);
export const tenantNotes = z.string().trim().max(4000);

/** A customer to be added. */
export const newTenant = z.object({
  /** As it was typed. */
  domainOrId: z.string().trim().min(1).max(4000),
  /** Its connector; the only one where there is no other. */
  profileId: profileId.optional(),
  alias: tenantAlias.optional(),
});

/** Changes of a customer's own words; what is left out stays, an empty text or list removes. */
export const tenantEdit = z.object({
  tenantId,
  alias: tenantAlias.optional(),
  tags: tenantTags.optional(),
  notes: tenantNotes.optional(),
});
export type TenantEdit = z.infer<typeof tenantEdit>;

/** A row of the customers list. */
export const tenantRow = tenant.extend({
  status: grantStatus,
  /** Set while the customer is tested quietly. */
  quietWatch: quietWatch.nullable(),
  lastTestAt: instant.nullable(),
  lastSync: syncRun.nullable(),
});
export type TenantRow = z.infer<typeof tenantRow>;
