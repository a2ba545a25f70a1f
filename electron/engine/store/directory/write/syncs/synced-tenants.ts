import { z } from 'zod';
import type { Database } from '../../../database/open.ts';

const tenantRow = z.object({
  no: z.number(),
  current_sync: z.number(),
  reads_hidden: z.number(),
});
export type TenantRow = z.infer<typeof tenantRow>;

/** The directory's rows of tenants: their number, and the shown sync. */
export function createSyncedTenants(database: Database) {
  const add = database.prepare('INSERT OR IGNORE INTO tenant (tenant_id) VALUES (?)');
  const get = database.prepare(
    'SELECT no, current_sync, reads_hidden FROM tenant WHERE tenant_id = ?',
  );
  return {
    /** Adds the tenant if it's unknown. */
    get(tenantId: string): TenantRow {
      add.run(tenantId);
      return tenantRow.parse(get.get(tenantId));
    },
    known(tenantId: string): TenantRow | null {
      const row = get.get(tenantId);
      return row === undefined ? null : tenantRow.parse(row);
    },
  };
}
