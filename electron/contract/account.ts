import { z } from 'zod';
import { instant, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** Somebody who is signed in, for one connector. */
export const signedInAccount = z.object({
  profileId,
  /** Names the account among those that are signed in; no secret. */
  accountId: z.string().min(1).max(200),
  /** The user principal name. */
  account: z.string(),
  /** The tenant that the account belongs to. */
  homeTenantId: tenantId.nullable(),
  /** Tenants in which it has signed in, silently or in a browser. */
  tenantIds: z.array(tenantId),
  /** It has signed in outside of its own tenant: other customers are tried with it too. */
  reachesOthers: z.boolean(),
});
export type SignedInAccount = z.infer<typeof signedInAccount>;

/** A customer's tenant that was not content with the sign-in that others take. */
export const demand = z.object({
  profileId,
  tenantId,
  account: z.string(),
  /** `administrator`: somebody must change something there before a sign-in can help. */
  kind: z.enum(['signIn', 'administrator']),
  problem,
  at: instant,
});
export type Demand = z.infer<typeof demand>;
