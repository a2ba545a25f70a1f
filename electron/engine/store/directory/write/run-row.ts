import { z } from 'zod';

/** A row of `sync_run` with its customer's id. */
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
