import type { SyncRun } from '../../contract/sync.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Millis } from '../ports.ts';
import type { OtherFailure } from './grants.ts';
import { contradictsGreen } from './refusal.ts';

/** The last syncs that failed for a reason that speaks against the grant, by tenant id. */
export function syncFailures(
  lasts: ReadonlyMap<
    string,
    {
      readonly state: SyncRun['state'];
      readonly finishedAt: Millis | null;
      readonly problem: Problem | null;
    }
  >,
): ReadonlyMap<string, OtherFailure> {
  const failures = new Map<string, OtherFailure>();
  for (const [tenantId, { state, finishedAt, problem }] of lasts) {
    if (state !== 'failed' || finishedAt === null || problem === null) continue;
    if (contradictsGreen(problem)) failures.set(tenantId, { at: finishedAt, problem });
  }
  return failures;
}
