import { z } from 'zod';
import { changeSummary } from './comparison.ts';
import { guid, instant, tenantId } from './ids.ts';
import { profile } from './profile.ts';
import { reset } from './reset.ts';

/** The file formats of a reset's report. */
export const resetReportFormat = z.enum(['html', 'pdf', 'markdown', 'json']);
export type ResetReportFormat = z.infer<typeof resetReportFormat>;

/**
 * How many groups and memberships were added, removed or renamed between the sync before a reset and
 * the one after it.
 */
export const groupChanges = z.object({
  groups: changeSummary.shape.groups.pick({ added: true, removed: true, renamed: true }),
  memberships: changeSummary.shape.memberships,
});
export type GroupChanges = z.infer<typeof groupChanges>;

/** A reset's report as JSON. A reader checks `evergrant` and `version` first. */
export const resetReportFile = z.object({
  evergrant: z.literal('resetReport'),
  version: z.literal(1),
  /** `practice`: all its data is invented. */
  workspace: z.enum(['real', 'practice']),
  writtenAt: instant,
  ticket: z.string().nullable(),
  customer: z.object({ tenantId, name: z.string(), primaryDomain: z.string().nullable() }),
  connector: z.object({ name: z.string(), clientId: guid, owner: profile.shape.owner }),
  reset,
  /** Null: there are not two syncs to compare, or one of them is no longer stored. */
  groupChanges: groupChanges.nullable(),
});
export type ResetReportFile = z.infer<typeof resetReportFile>;
