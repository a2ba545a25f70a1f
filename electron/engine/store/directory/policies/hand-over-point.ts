import type { HandOverScope } from '../../../directory/policies/store.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';
import type { Database } from '../../database/open.ts';
import type { SyncPoint } from './policy-people.ts';

/** Finds the sync of a hand-over among the stored syncs. */
export function createHandOverPoint(
  database: Database,
): (scope: Pick<HandOverScope, 'tenantId' | 'sync'>) => SyncPoint {
  const kept = database
    .prepare(
      `SELECT no FROM tenant
       WHERE tenant_id = $tenantId AND oldest_sync <= $sync AND current_sync >= $sync`,
    )
    .pluck();
  /** @throws EvergrantError `policy.syncGone` */
  return ({ tenantId, sync }) => {
    const no = kept.get({ tenantId, sync }) as number | undefined;
    if (no === undefined) {
      throw new EvergrantError('policy.syncGone', { params: { tenantId }, retry: 'now' });
    }
    return { no, sync };
  };
}
