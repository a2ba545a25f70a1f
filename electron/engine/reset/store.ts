import { z } from 'zod';
import { guid, profileId, tenantId } from '../../contract/ids.ts';
import { leftIn, resetEvidence, resetState, stepRecord } from '../../contract/reset.ts';

const millis = z.number().int();

/** A reset as it is kept: where the machine stands and what it remembers. Times are milliseconds UTC. */
export const resetRecord = z.object({
  id: guid,
  tenantId,
  profileId,
  /** Goes up by one with every transition. */
  version: z.number().int().nonnegative(),
  startedAt: millis,
  startedBy: z.string(),
  endedAt: millis.nullable(),
  snapshot: z.object({
    state: resetState,
    context: z.object({
      hasBackend: z.boolean(),
      steps: z.array(stepRecord.extend({ at: millis })),
      before: resetEvidence.nullable(),
      after: resetEvidence.nullable(),
      firstRefusedAt: millis.nullable(),
      goneAt: millis.nullable(),
      abandoned: z.object({ at: millis, by: z.string(), reason: z.string(), leftIn }).nullable(),
    }),
  }),
});
export type ResetRecord = z.infer<typeof resetRecord>;

export interface ResetStore {
  /** The tenant's newest reset, open or ended. */
  last(tenantId: string): Promise<ResetRecord | null>;
  /** Adds a reset, unless the tenant has an open one; answers whether it did. */
  add(record: ResetRecord): Promise<boolean>;
  /** Keeps the next version; false when another process was quicker. */
  advance(record: ResetRecord): Promise<boolean>;
}
