import { z } from 'zod';
import { instant, profileId, tenantId } from './ids.ts';
import { grantStatus } from './grant.ts';
import { quietWatch } from './quiet-watch.ts';
import { syncRun } from './sync.ts';

/** A customer's tenant: the ID is the key, everything else is a label that can change. */
export const tenant = z.object({
  tenantId,
  profileId,
  /** The technician's name for it, or null. */
  alias: z.string().nullable(),
  /** From the last read of the organization, or null before the first. */
  displayName: z.string().nullable(),
  primaryDomain: z.string().nullable(),
  initialDomain: z.string().nullable(),
  verifiedDomains: z.array(z.string()),
  /** Domains from an earlier read of the organization that it no longer has. */
  formerDomains: z.array(z.string()),
  /** The domain or ID that was typed when it was added. */
  addedAs: z.string(),
  addedAt: instant,
  /** The technicians' labels for finding and sorting customers; each once, ignoring case. */
  tags: z.array(z.string()),
  notes: z.string().nullable(),
});
export type Tenant = z.infer<typeof tenant>;

/** The texts that a technician can enter for a customer, with their limits. */
export const tenantAlias = z.string().trim().max(120);
export const tenantTag = z.string().trim().min(1).max(40);
export const tenantTags = z.array(tenantTag).max(20);
export const tenantNotes = z.string().trim().max(4000);

/** A customer to add. */
export const newTenant = z.object({
  /** As it was typed. */
  domainOrId: z.string().trim().min(1).max(4000),
  /** Its connector; default: the only one. */
  profileId: profileId.optional(),
  alias: tenantAlias.optional(),
});

/** Changes of a customer's texts; an absent one is unchanged, an empty text or list removes it. */
export const tenantEdit = z.object({
  tenantId,
  alias: tenantAlias.optional(),
  tags: tenantTags.optional(),
  notes: tenantNotes.optional(),
});
export type TenantEdit = z.infer<typeof tenantEdit>;

/** A row of the customer list. */
export const tenantRow = tenant.extend({
  status: grantStatus,
  /** Set while the customer is in a quiet test. */
  quietWatch: quietWatch.nullable(),
  lastTestAt: instant.nullable(),
  lastSync: syncRun.nullable(),
});
export type TenantRow = z.infer<typeof tenantRow>;
