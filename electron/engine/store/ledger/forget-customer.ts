import type { TenantStore } from '../../tenants/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { createActivityQueries } from './activity-queries.ts';

/** Forgets a customer with everything that hangs on them; the line that says so stays. */
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
        // First the tenant: while it is there its activity may not be deleted.
        drop.run(tenantId);
        dropLeases.run(tenantId);
        dropActivity.run(tenantId);
        activity.append(line);
      })
      .immediate();
}
