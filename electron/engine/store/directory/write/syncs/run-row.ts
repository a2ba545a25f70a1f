import { z } from 'zod';
import { syncGaps } from '../../../../../contract/sync.ts';
import type { SyncRecord } from '../../../../directory/sync/store.ts';
import { readKeptProblem } from '../../../../errors/kept-problem.ts';

/** A row of `sync_run`, with the id of its tenant. */
export const runRow = z.object({
  no: z.number(),
  id: z.string(),
  tenant_no: z.number(),
  tenant_id: z.string(),
  mode: z.enum(['full', 'delta']),
  state: z.enum(['running', 'finished', 'failed', 'cancelled', 'interrupted']),
  phase: z.enum(['users', 'groups', 'devices', 'contacts', 'finishing', 'done']),
  started_at: z.number(),
  touched_at: z.number(),
  finished_at: z.number().nullable(),
  users: z.number(),
  groups: z.number(),
  memberships: z.number(),
  devices: z.number(),
  contacts: z.number(),
  requests: z.number(),
  memberships_by: z.enum(['delta', 'lists']),
  expected_users: z.number().nullable(),
  expected_groups: z.number().nullable(),
  reads_hidden: z.number(),
  came_back: z.number(),
  gaps: z.string().nullable(),
  problem: z.string().nullable(),
  indexed_person: z.number(),
  indexed_grp: z.number(),
});
export type RunRow = z.infer<typeof runRow>;

/** Converts a sync's row to a record of the engine. */
export function recordOf(row: RunRow): SyncRecord {
  return {
    no: row.no,
    id: row.id,
    tenantId: row.tenant_id,
    mode: row.mode,
    state: row.state,
    phase: row.phase,
    startedAt: row.started_at,
    touchedAt: row.touched_at,
    finishedAt: row.finished_at,
    counts: {
      users: row.users,
      groups: row.groups,
      memberships: row.memberships,
      devices: row.devices,
      contacts: row.contacts,
    },
    requests: row.requests,
    expected:
      row.expected_users === null || row.expected_groups === null
        ? null
        : { users: row.expected_users, groups: row.expected_groups },
    membershipsBy: row.memberships_by,
    gaps: row.gaps === null ? null : syncGaps.parse(JSON.parse(row.gaps)),
    problem: row.problem === null ? null : readKeptProblem(row.problem),
  };
}
