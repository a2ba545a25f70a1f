import { z } from 'zod';
import { changeSummary } from '../../../../contract/comparison.ts';
import type { ComparedSyncs } from '../../../../contract/comparison.ts';
import type { KeptSync } from '../../../../contract/sync.ts';
import type { Database } from '../../database/open.ts';
import { instantOf } from '../read/tenant-views.ts';

const keptRow = z.object({
  no: z.number(),
  tenant_no: z.number(),
  id: z.string(),
  mode: z.enum(['full', 'delta']),
  started_at: z.number(),
  finished_at: z.number(),
  users: z.number(),
  groups: z.number(),
  memberships: z.number(),
  devices: z.number(),
  contacts: z.number(),
  reads_hidden: z.number(),
  changes: z.string().nullable(),
});
type KeptRow = z.infer<typeof keptRow>;

/** One of the two compared syncs. */
export interface ComparedSync {
  readonly no: number;
  readonly id: string;
  readonly finishedAt: string;
  readonly readsHidden: boolean;
}

/** Two stored syncs, the older one first. */
export interface ComparedPair {
  readonly tenantNo: number;
  readonly tenantId: string;
  readonly from: ComparedSync;
  readonly to: ComparedSync;
}

/** Reads the finished syncs whose rows are all still stored. */
export function createKeptSyncs(database: Database) {
  const columns = `r.no, r.tenant_no, r.id, r.mode, r.started_at, r.finished_at, r.users, r.groups,
    r.memberships, r.devices, r.contacts, r.reads_hidden, r.changes`;
  const kept = `r.state = 'finished' AND r.no BETWEEN t.oldest_sync AND t.current_sync`;
  const all = database.prepare(
    `SELECT ${columns} FROM tenant t CROSS JOIN sync_run r ON r.tenant_no = t.no AND ${kept}
     WHERE t.tenant_id = ? ORDER BY r.no DESC`,
  );
  const one = database.prepare(
    `SELECT ${columns} FROM tenant t CROSS JOIN sync_run r ON r.tenant_no = t.no AND ${kept}
     WHERE t.tenant_id = ? AND r.id = ?`,
  );
  const find = (tenantId: string, id: string): KeptRow | null => {
    const row = one.get(tenantId, id);
    return row === undefined ? null : keptRow.parse(row);
  };
  return {
    history: (tenantId: string): KeptSync[] =>
      z.array(keptRow).parse(all.all(tenantId)).map(keptSync),
    /** Null if one of the two is no longer stored. */
    pair(compared: ComparedSyncs): ComparedPair | null {
      const { tenantId } = compared;
      const [older, newer] = [find(tenantId, compared.from), find(tenantId, compared.to)].sort(
        (a, b) => (a?.no ?? 0) - (b?.no ?? 0),
      );
      if (!older || !newer) return null;
      const { tenant_no: tenantNo } = older;
      return { tenantNo, tenantId, from: comparedSync(older), to: comparedSync(newer) };
    },
  };
}

function comparedSync(row: KeptRow): ComparedSync {
  return {
    no: row.no,
    id: row.id,
    finishedAt: instantOf(row.finished_at),
    readsHidden: row.reads_hidden === 1,
  };
}

function keptSync(row: KeptRow): KeptSync {
  const { users, groups, memberships, devices, contacts } = row;
  return {
    id: row.id,
    mode: row.mode,
    startedAt: instantOf(row.started_at),
    finishedAt: instantOf(row.finished_at),
    counts: { users, groups, memberships, devices, contacts },
    changes: row.changes === null ? null : changeSummary.parse(JSON.parse(row.changes)),
  };
}
