import { z } from 'zod';
import { changeSummary } from './comparison.ts';
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

/**
 * `auto`: a delta where one is possible, else a full sync. `delta`: refused with
 * `sync.deltaImpossible` where only a full one would do.
 */
export const syncMode = z.enum(['auto', 'full', 'delta']);
export type SyncMode = z.infer<typeof syncMode>;

/** What a finished sync could not read. What was known of it before is still shown. */
export const syncGaps = z.object({
  /** Objects of each kind that could not be read, or not whole; of groups, their members count too. */
  users: z.number().int(),
  groups: z.number().int(),
  devices: z.number().int(),
  contacts: z.number().int(),
  /** Lists that could not be read at all: members may lack their names. */
  lists: z.array(z.enum(['devices', 'contacts'])),
  /** How many fewer came than Microsoft counts, beyond what its index may lag. */
  short: z.object({ users: z.number().int(), groups: z.number().int() }),
  /** Some of the objects. */
  first: z.array(
    z.object({ kind: z.enum(['user', 'group', 'device', 'contact']), id: z.string() }),
  ),
});
export type SyncGaps = z.infer<typeof syncGaps>;

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
  /** How many there will be, as Microsoft or the last sync told; null where neither did. */
  expected: z.object({ users: z.number().int(), groups: z.number().int() }).nullable(),
  /** How memberships are read: with the groups in one delta stream, or list by list in batches. */
  membershipsBy: z.enum(['delta', 'lists']),
  /** Set while Microsoft asked us to slow down. */
  waitingUntil: instant.nullable(),
  /** Null while it runs, and where everything was read. */
  gaps: syncGaps.nullable(),
  problem: problem.nullable(),
});
export type SyncRun = z.infer<typeof syncRun>;

/** A finished sync that can still be compared with others. */
export const keptSync = z.object({
  id: guid,
  mode: z.enum(['full', 'delta']),
  startedAt: instant,
  finishedAt: instant,
  counts: syncCounts,
  /** Against the sync before it, which need not be kept any more; null where there was none. */
  changes: changeSummary.nullable(),
});
export type KeptSync = z.infer<typeof keptSync>;
