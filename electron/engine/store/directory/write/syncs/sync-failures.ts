import { z } from 'zod';
import type { Problem } from '../../../../../contract/problem.ts';
import { readKeptProblem } from '../../../../errors/kept-problem.ts';
import type { SyncFailure } from '../../../../directory/sync/store.ts';
import type { Millis } from '../../../../kernel/ports.ts';
import type { Database } from '../../../database/open.ts';

const failureRow = z.object({
  tenant_id: z.string(),
  at: z.number(),
  problem: z.string().transform(readKeptProblem),
});

/** Why syncs failed since the last finished one: each reason once, with the time it last occurred. */
export function createSyncFailures(database: Database) {
  const put = database.prepare(
    `INSERT INTO sync_failure (tenant_no, code, at, problem) VALUES (?, ?, ?, ?)
     ON CONFLICT (tenant_no, code) DO UPDATE SET at = excluded.at, problem = excluded.problem`,
  );
  const clear = database.prepare('DELETE FROM sync_failure WHERE tenant_no = ?');
  const select =
    'SELECT t.tenant_id, f.at, f.problem FROM sync_failure f JOIN tenant t ON t.no = f.tenant_no';
  const all = database.prepare(select);
  const ofOne = database.prepare(`${select} WHERE t.tenant_id = ?`);
  return {
    note: (tenantNo: number, problem: Problem, at: Millis) =>
      void put.run(tenantNo, problem.code, at, JSON.stringify(problem)),
    /** Call when a sync has finished, which shows that reading works. */
    clear: (tenantNo: number) => void clear.run(tenantNo),
    /** By tenant id. */
    all(): ReadonlyMap<string, readonly SyncFailure[]> {
      const rows = z.array(failureRow).parse(all.all());
      const byTenant = new Map<string, SyncFailure[]>();
      for (const { tenant_id: tenantId, at, problem } of rows) {
        byTenant.set(tenantId, [...(byTenant.get(tenantId) ?? []), { at, problem }]);
      }
      return byTenant;
    },
    of: (tenantId: string): readonly SyncFailure[] =>
      z
        .array(failureRow)
        .parse(ofOne.all(tenantId))
        .map(({ at, problem }) => ({ at, problem })),
  };
}
export type SyncFailures = ReturnType<typeof createSyncFailures>;
