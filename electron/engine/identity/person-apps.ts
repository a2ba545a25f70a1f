import { PublicClientApplication } from '@azure/msal-node';
import type { AccountInfo } from '@azure/msal-node';
import type { Connector } from './identity.ts';
import { keptCache } from './kept-cache.ts';
import { authorityOf, fingerprint, msalConfiguration } from './msal-configuration.ts';
import type { MsalNetwork } from './msal-network.ts';
import type { TokenCacheStore } from './store.ts';

/** MSAL's applications for the sign-in of technicians. */
export interface PersonApps {
  /**
   * One per profile and tenant: MSAL empties its memory before it reads the stored cache, so two calls of one
   * app at the same time would interfere.
   */
  appFor(connector: Connector, tenantId: string): PublicClientApplication;
  /** Who is signed in with the connector, each account once. */
  accounts(connector: Connector, tenantId: string): Promise<AccountInfo[]>;
  forget(profileId: string): void;
}

/** Makes the applications; their tokens are stored in the encrypted ledger. */
export function createPersonApps(ports: {
  readonly network: MsalNetwork;
  readonly tokenCache: TokenCacheStore;
}): PersonApps {
  const apps = new Map<string, { readonly print: string; readonly app: PublicClientApplication }>();

  function appFor(connector: Connector, tenantId: string): PublicClientApplication {
    const profileId = connector.profile.id;
    const print = fingerprint(connector);
    const known = apps.get(`${profileId} ${tenantId}`);
    if (known?.print === print) return known.app;
    const app = new PublicClientApplication({
      ...msalConfiguration(connector, authorityOf(connector.cloud, 'organizations'), ports.network),
      cache: { cachePlugin: keptCache(ports.tokenCache, profileId) },
    });
    apps.set(`${profileId} ${tenantId}`, { print, app });
    return app;
  }

  return {
    appFor,
    accounts: async (connector, tenantId) => {
      const { cloud } = connector;
      const all = await appFor(connector, tenantId).getTokenCache().getAllAccounts();
      const host = new URL(cloud.authorityBaseUrl).host;
      const usable = all.filter(
        ({ environment }) => cloud.name !== 'custom' || environment === host,
      );
      // MSAL lists an account once for each of its tenants.
      return [...new Map(usable.map((account) => [account.homeAccountId, account])).values()];
    },
    forget: (profileId) => {
      for (const key of apps.keys()) if (key.startsWith(`${profileId} `)) apps.delete(key);
    },
  };
}
