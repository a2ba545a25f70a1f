import { z } from 'zod';
import { comparedSyncs } from './comparison.ts';
import { groupQuery, personQuery } from './directory.ts';
import { guid, instant, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** `scim` (JSON of SCIM 2.0 Users and Groups) and `json` are only for hand-overs. */
export const exportFormat = z.enum(['csv', 'jsonl', 'xlsx', 'scim', 'json']);
export type ExportFormat = z.infer<typeof exportFormat>;

const whole = { offset: true, limit: true } as const;

/** What is exported: always all rows of the query, not only the visible ones. */
export const exportContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('groups'), query: groupQuery.omit(whole) }),
  z.object({ kind: z.literal('people'), query: personQuery.omit(whole) }),
  z.object({
    kind: z.literal('members'),
    /** One group, or chosen groups of any customers: members of all of them in one file. */
    groups: z
      .array(z.object({ tenantId, groupId: guid }))
      .min(1)
      .max(10_000),
    scope: z.enum(['direct', 'effective']),
  }),
  /** Members of every group that the query finds, across all customers if it includes all. */
  z.object({
    kind: z.literal('membersOfFound'),
    query: groupQuery.omit(whole),
    scope: z.enum(['direct', 'effective']),
  }),
  /** The activity record; null: for all customers. */
  z.object({ kind: z.literal('activity'), tenantId: tenantId.nullable() }),
  z.object({ kind: z.literal('personGroups'), tenantId, personId: guid }),
  z.object({
    kind: z.literal('changes'),
    syncs: comparedSyncs,
    of: z.enum(['groups', 'people', 'memberships']),
  }),
  /** The groups marked for policies with their effective people; recorded as a hand-over when complete. */
  z.object({ kind: z.literal('handOver'), tenantId }),
]);
export type ExportContent = z.infer<typeof exportContent>;

export const newExport = z.object({
  content: exportContent,
  format: exportFormat,
  /** Stored with the activity and part of the file's name. Absent: the customer's ticket; empty: none. */
  ticket: z.string().trim().max(60).optional(),
});
export type NewExport = z.input<typeof newExport>;

/** One export, running or ended. A file under `fileName` exists only when it is `finished`. */
export const exportJob = z.object({
  id: guid,
  state: z.enum(['choosing', 'running', 'finished', 'failed', 'cancelled']),
  fileName: z.string(),
  /** `backup`: an encrypted file for Evergrant itself. */
  format: z.enum([...exportFormat.options, 'backup']),
  rows: z.number().int(),
  /** Null if unknown beforehand. */
  totalRows: z.number().int().nullable(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** The file's path, on hosts that write it themselves. */
  savedAs: z.string().nullable(),
  /** In the web host, the path from which the browser downloads it while it is `choosing`. */
  download: z.string().nullable(),
  problem: problem.nullable(),
});
export type ExportJob = z.infer<typeof exportJob>;
