import { z } from 'zod';
import type { LeaseRecord, LeaseStore } from '../../kernel/leases/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';

const leaseRow = z
  .object({
    tenant_id: z.string(),
    kind: z.enum(['test', 'consent', 'sync', 'reset']),
    holder: z.string(),
    heartbeat_at: z.number(),
  })
  .transform((row): LeaseRecord => ({
    tenantId: row.tenant_id,
    kind: row.kind,
    holder: row.holder,
    heartbeatAt: row.heartbeat_at,
  }));

/** Leases: one holder for each tenant and kind, across processes. */
export function createLeaseQueries(database: Database): Synchronous<LeaseStore> {
  const take = database.prepare(
    `INSERT INTO lease (tenant_id, kind, holder, heartbeat_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (tenant_id, kind) DO UPDATE
       SET holder = excluded.holder, heartbeat_at = excluded.heartbeat_at
       WHERE lease.heartbeat_at < ? OR lease.heartbeat_at > ?`,
  );
  const get = database.prepare('SELECT * FROM lease WHERE tenant_id = ? AND kind = ?');
  const beat = database.prepare(
    'UPDATE lease SET heartbeat_at = ? WHERE tenant_id = ? AND kind = ? AND holder = ?',
  );
  const release = database.prepare(
    'DELETE FROM lease WHERE tenant_id = ? AND kind = ? AND holder = ?',
  );
  return {
    acquire: (lease, deadBefore) =>
      database
        .transaction(() => {
          const { tenantId, kind, holder, heartbeatAt } = lease;
          const aheadOfUs = heartbeatAt + (heartbeatAt - deadBefore);
          take.run(tenantId, kind, holder, heartbeatAt, deadBefore, aheadOfUs);
          return leaseRow.parse(get.get(lease.tenantId, lease.kind));
        })
        .immediate(),
    find: (tenantId, kind) => {
      const row = get.get(tenantId, kind);
      return row === undefined ? null : leaseRow.parse(row);
    },
    beat: (lease) =>
      beat.run(lease.heartbeatAt, lease.tenantId, lease.kind, lease.holder).changes === 1,
    release: (lease) => {
      release.run(lease.tenantId, lease.kind, lease.holder);
    },
  };
}
