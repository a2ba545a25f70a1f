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
 * `auto`: a delta if possible, otherwise a full sync. `delta`: fails with `sync.deltaImpossible` when
 * only a full sync is possible.
 */
export const syncMode = z.enum(['auto', 'full', 'delta']);
export type SyncMode = z.infer<typeof syncMode>;

/** What a finished sync could not read. Earlier data about it is still shown. */
export const syncGaps = z.object({
  /**
   * Number of objects of each kind that could not be read, or only in part; for groups, including
   * their members.
   */
  users: z.number().int(),
  groups: z.number().int(),
  devices: z.number().int(),
  contacts: z.number().int(),
  /** Lists that could not be read at all, so names of members can be missing. */
  lists: z.array(z.enum(['devices', 'contacts'])),
  /** How many objects fewer than Microsoft's count were received, beyond the possible lag of its index. */
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
  /** The kind that is being read now. */
  phase: z.enum(['users', 'groups', 'devices', 'contacts', 'finishing', 'done']),
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** While running: what this sync has read. When finished: what is in the cache. */
  counts: syncCounts,
  requests: z.number().int(),
  /** The expected totals, from Microsoft or the last sync; null if neither has them. */
  expected: z.object({ users: z.number().int(), groups: z.number().int() }).nullable(),
  /** How memberships are read: with the groups in one delta stream, or list by list in batches. */
  membershipsBy: z.enum(['delta', 'lists']),
  /** Set while Microsoft throttles the sync. */
  waitingUntil: instant.nullable(),
  /** Null while the sync runs, and when everything was read. */
  gaps: syncGaps.nullable(),
  problem: problem.nullable(),
});
export type SyncRun = z.infer<typeof syncRun>;

/** A finished sync that is still available for comparison. */
export const keptSync = z.object({
  id: guid,
  mode: z.enum(['full', 'delta']),
  startedAt: instant,
  finishedAt: instant,
  counts: syncCounts,
  /** Compared with the previous sync, which may no longer be stored; null if there was none. */
  changes: changeSummary.nullable(),
});
export type KeptSync = z.infer<typeof keptSync>;
