import { z } from 'zod';
import { instant, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** A signed-in account of one connector. */
export const signedInAccount = z.object({
  profileId,
  /** Identifies the account among those that are signed in; not a secret. */
  accountId: z.string().min(1).max(200),
  /** The user principal name. */
  account: z.string(),
  /** The tenant that owns the account. */
  homeTenantId: tenantId.nullable(),
  /** Tenants to which it has signed in, silently or in a browser. */
  tenantIds: z.array(tenantId),
  /** It has signed in outside of its own tenant, so it is tried for other customers too. */
  reachesOthers: z.boolean(),
});
export type SignedInAccount = z.infer<typeof signedInAccount>;

/** A customer whose tenant did not accept the sign-in that other tenants accept. */
export const demand = z.object({
  profileId,
  tenantId,
  account: z.string(),
  /** `administrator`: an administrator must change something there before a sign-in can help. */
  kind: z.enum(['signIn', 'administrator']),
  problem,
  at: instant,
});
export type Demand = z.infer<typeof demand>;
