import type { TenantStore } from '../../tenants/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { createActivityQueries } from './activity-queries.ts';

/** Removes a customer and all related rows; only the line of activity about the removal remains. */
export function createForgetCustomer(database: Database): Synchronous<TenantStore>['forget'] {
  const drop = database.prepare('DELETE FROM tenant WHERE tenant_id = ?');
  const dropLeases = database.prepare('DELETE FROM lease WHERE tenant_id = ?');
  const dropActivity = database.prepare(
    "DELETE FROM activity WHERE tenant_id = ? AND action <> 'tenantForgotten'",
  );
  const activity = createActivityQueries(database);
  return (tenantId, line) =>
    database
      .transaction(() => {
        // Delete the tenant first: its activity can't be deleted while the tenant exists.
        drop.run(tenantId);
        dropLeases.run(tenantId);
        dropActivity.run(tenantId);
        activity.append(line);
      })
      .immediate();
}
