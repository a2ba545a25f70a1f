import type { ConnectorsRoom } from '../connectors/compose.ts';
import type { ProfileStore } from '../connectors/store.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { Ports } from '../kernel/ports.ts';
import type { TenantTokens } from '../tenants/forgetting.ts';
import { createAccounts } from './accounts.ts';
import type { Accounts } from './accounts.ts';
import { createIdentity } from './create-identity.ts';
import type { Identity } from './identity.ts';
import type { DemandStore, TokenCacheStore } from './store.ts';
import { createTenantTokens } from './tenant-tokens.ts';

/** Sign-in: connectors by their credentials, technicians in the browser. */
export interface IdentityRoom {
  readonly identity: Identity;
  readonly accounts: Accounts;
  readonly tokens: TenantTokens;
}

export interface IdentityPorts {
  readonly host: Pick<Ports, 'network' | 'links'>;
  readonly kernel: Pick<Kernel, 'clock' | 'random' | 'log' | 'changes' | 'activity'>;
  readonly store: {
    readonly tokenCaches: TokenCacheStore;
    readonly demands: DemandStore;
    readonly profiles: Pick<ProfileStore, 'list'>;
  };
  readonly connectors: Pick<ConnectorsRoom, 'profiles' | 'readers'>;
}

/** Makes the sign-in services. */
export function composeIdentity({ host, kernel, store, connectors }: IdentityPorts): IdentityRoom {
  const { profiles, readers } = connectors;
  const { connector } = profiles;
  const identity = createIdentity({
    ...kernel,
    ...host,
    tokenCache: store.tokenCaches,
    demands: store.demands,
  });
  return {
    identity,
    accounts: createAccounts({
      ...kernel,
      identity,
      profileIds: async () => (await store.profiles.list()).map(({ id }) => id),
      connector,
    }),
    tokens: createTenantTokens({ identity, connector, readers }),
  };
}
