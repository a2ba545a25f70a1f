import { z } from 'zod';
import { instant, profileId, tenantId } from './ids.ts';
import { grantStatus } from './grant.ts';
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
  /** The domain or id that was typed when it was added. */
  addedAs: z.string(),
  addedAt: instant,
});
export type Tenant = z.infer<typeof tenant>;

/** A row of the customers list. */
export const tenantRow = tenant.extend({
  status: grantStatus,
  lastTestAt: instant.nullable(),
  lastSync: syncRun.nullable(),
});
export type TenantRow = z.infer<typeof tenantRow>;
