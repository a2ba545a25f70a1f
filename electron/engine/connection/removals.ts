import type { GrantStatus } from '../../contract/grant.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Clock } from '../kernel/ports.ts';
import type { TenantTokens } from '../tenants/forgetting.ts';
import type { Tenants } from '../tenants/tenants.ts';
import type { Consents } from './consent/consents.ts';
import type { Grants } from './grants.ts';
import type { GrantStore, RemovalRecord } from './store.ts';

/** Removes grants from Evergrant; the connector remains in the tenant. */
export interface Removals {
  /** When the record of a grant was last removed; null: never. */
  last(tenantId: string): Promise<RemovalRecord | null>;
  /** Cancels an open consent, then removes tokens and the record. Errors: `tenant.unknown`. */
  removeHere(tenantId: string): Promise<GrantStatus>;
}

/** Makes the removals. */
export function createRemovals(ports: {
  readonly store: Pick<GrantStore, 'removal' | 'removeHere'>;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly tokens: Pick<TenantTokens, 'forget'>;
  readonly consents: Pick<Consents, 'cancelIfRunning'>;
  readonly grants: Pick<Grants, 'status'>;
  readonly activity: Pick<Activity, 'line'>;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
}): Removals {
  const { store, changes } = ports;
  return {
    last: (tenantId) => store.removal(tenantId),
    removeHere: async (tenantId) => {
      await ports.consents.cancelIfRunning(tenantId);
      const { profileId } = await ports.tenants.get(tenantId);
      await ports.tokens.forget(profileId, tenantId);
      const line = await ports.activity.line({
        action: 'grantRemovedHere',
        tenantId,
        profileId,
        result: 'removed',
      });
      await store.removeHere({ tenantId, at: ports.clock.now() }, line);
      changes.publish({ topic: 'grants', tenantId });
      changes.publish({ topic: 'activity', tenantId });
      return await ports.grants.status(tenantId);
    },
  };
}
