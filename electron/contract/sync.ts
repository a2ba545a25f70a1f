import { z } from 'zod';
import { guid, instant, tenantId } from './ids.ts';
import { problem } from './problem.ts';

export const syncCounts = z.object({
  users: z.number().int(),
  groups: z.number().int(),
  memberships: z.number().int(),
  devices: z.number().int(),
  contacts: z.number().int(),
});
export type SyncCounts = z.infer<typeof syncCounts>;

/** One sync of one tenant, running or ended. */
export const syncRun = z.object({
  id: guid,
  tenantId,
  mode: z.enum(['full', 'delta']),
  state: z.enum(['running', 'finished', 'failed', 'cancelled', 'interrupted']),
  /** What is being read now. */
  phase: z.enum(['users', 'groups', 'devices', 'contacts', 'finishing', 'done']),
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** While running: what this sync has read. Finished: what is in the cache. */
  counts: syncCounts,
  requests: z.number().int(),
  /** Set while Microsoft asked us to slow down. */
  waitingUntil: instant.nullable(),
  problem: problem.nullable(),
});
export type SyncRun = z.infer<typeof syncRun>;
