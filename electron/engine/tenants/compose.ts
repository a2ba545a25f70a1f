import type { Cloud } from '../clouds/cloud.ts';
import type { ConnectorsRoom } from '../connectors/compose.ts';
import type { Kernel } from '../kernel/compose.ts';
import { createForgetting } from './forgetting.ts';
import type { Forgetting, TenantTokens } from './forgetting.ts';
import { createImports } from './import/imports.ts';
import type { Imports } from './import/imports.ts';
import type { TenantStore } from './store.ts';
import { createTenants } from './tenants.ts';
import type { Tenants } from './tenants.ts';

/** The customers: added, imported, forgotten. */
export interface TenantsRoom {
  readonly tenants: Tenants;
  readonly imports: Imports;
  readonly forgetting: Forgetting;
}

export interface TenantsPorts {
  readonly kernel: Pick<
    Kernel,
    'clock' | 'random' | 'log' | 'changes' | 'leases' | 'activity' | 'tickets'
  >;
  readonly store: {
    readonly tenants: TenantStore;
    readonly syncs: { forget(tenantId: string): Promise<void> };
    damagedCopies(): Promise<readonly string[]>;
    dropDamagedCopies(): Promise<readonly string[]>;
  };
  readonly connectors: Pick<ConnectorsRoom, 'profiles'>;
  /** Calls to services that are created after this one. */
  readonly later: () => {
    readonly identity: {
      discover(
        cloud: Cloud,
        domainOrId: string,
        signal?: AbortSignal,
      ): Promise<{ readonly tenantId: string; readonly name: string }>;
    };
    readonly tokens: TenantTokens;
    /** Stops this process's own work on a tenant. */
    readonly stop: (tenantId: string) => Promise<void>;
  };
}

/** Makes the customers' services. */
export function composeTenants(ports: TenantsPorts): TenantsRoom {
  const { kernel, store, later } = ports;
  const { profiles } = ports.connectors;
  const common = {
    ...kernel,
    store: store.tenants,
    profiles,
    discover: (cloud: Cloud, domainOrId: string, signal?: AbortSignal) =>
      later().identity.discover(cloud, domainOrId, signal),
  };
  return {
    tenants: createTenants(common),
    imports: createImports(common),
    forgetting: createForgetting({
      ...kernel,
      store: store.tenants,
      directory: {
        forget: (tenantId) => store.syncs.forget(tenantId),
        damagedCopies: () => store.damagedCopies(),
        dropDamagedCopies: () => store.dropDamagedCopies(),
      },
      tokens: {
        account: (tenant) => later().tokens.account(tenant),
        staying: (profileId, tenantId) => later().tokens.staying(profileId, tenantId),
        forget: (profileId, tenantId) => later().tokens.forget(profileId, tenantId),
      },
      stop: (tenantId) => later().stop(tenantId),
    }),
  };
}
