import { PromptValue, PublicClientApplication } from '@azure/msal-node';
import type { AccountInfo, AuthenticationResult, ICachePlugin } from '@azure/msal-node';
import { graphScope } from '../clouds/clouds.ts';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { Links } from '../ports.ts';
import { browserPage } from './browser-page.ts';
import { forgetTenant } from './forget-tenant.ts';
import type { AccessToken, Connector } from './identity.ts';
import { postToLoopback } from './loopback.ts';
import { authorityOf, fingerprint, msalConfiguration } from './msal-configuration.ts';
import type { MsalNetwork } from './msal-network.ts';
import type { TokenCacheStore } from './store.ts';
import { readAccessToken } from './token-claims.ts';

/** Sign-in of a technician, kept in the encrypted ledger. */
export interface PersonSignIn {
  token(
    connector: Connector,
    tenantId: string,
    options: { readonly fresh: boolean; readonly signal?: AbortSignal },
  ): Promise<AccessToken | null>;
  interactive(connector: Connector, tenantId: string, signal: AbortSignal): Promise<AccessToken>;
  account(connector: Connector, tenantId: string): Promise<string | null>;
  forget(profileId: string, tenantId: string): Promise<void>;
}

export function createPersonSignIn(ports: {
  readonly network: MsalNetwork;
  readonly links: Pick<Links, 'open'>;
  readonly tokenCache: TokenCacheStore;
}): PersonSignIn {
  const { network, links, tokenCache } = ports;
  const apps = new Map<string, { readonly print: string; readonly app: PublicClientApplication }>();

  function appFor(connector: Connector): PublicClientApplication {
    const profileId = connector.profile.id;
    const print = fingerprint(connector);
    const known = apps.get(profileId);
    if (known?.print === print) return known.app;
    const app = new PublicClientApplication({
      ...msalConfiguration(connector, authorityOf(connector.cloud, 'organizations'), network),
      cache: { cachePlugin: cachePlugin(tokenCache, profileId) },
    });
    apps.set(profileId, { print, app });
    return app;
  }

  /** MSAL takes the tenant of a silent call from the account, so the account's profile of that tenant is put forward. */
  async function accountIn(connector: Connector, tenantId: string): Promise<AccountInfo | null> {
    const { cloud } = connector;
    const accounts = await appFor(connector).getTokenCache().getAllAccounts();
    for (const account of accounts) {
      const profile = account.tenantProfiles?.get(tenantId);
      const isHere =
        cloud.name !== 'custom' || account.environment === new URL(cloud.authorityBaseUrl).host;
      if (profile && isHere) return { ...account, ...profile };
    }
    return null;
  }

  return {
    token: async (connector, tenantId, { fresh, signal }) => {
      const account = await accountIn(connector, tenantId);
      if (account === null) return null;
      const result = await network.run(signal, () =>
        appFor(connector).acquireTokenSilent({
          account,
          authority: authorityOf(connector.cloud, tenantId),
          scopes: [graphScope(connector.cloud)],
          forceRefresh: fresh,
        }),
      );
      return tokenOf(result, tenantId);
    },

    interactive: async (connector, tenantId, signal) => {
      const app = appFor(connector);
      const result = await network.run(signal, () =>
        withCancel(signal, (onLink) =>
          app.acquireTokenInteractive({
            authority: authorityOf(connector.cloud, tenantId),
            scopes: [graphScope(connector.cloud)],
            prompt: PromptValue.SELECT_ACCOUNT,
            successTemplate: browserPage('signedIn'),
            errorTemplate: browserPage('signInFailed'),
            openBrowser: async (url) => {
              onLink(url);
              await openPage(links, onBrowserHost(url, connector));
            },
          }),
        ),
      );
      try {
        return tokenOf(result, tenantId);
      } catch (error) {
        if (result.account) await app.getTokenCache().removeAccount(result.account);
        throw error;
      }
    },

    account: async (connector, tenantId) =>
      (await accountIn(connector, tenantId))?.username ?? null,

    forget: async (profileId, tenantId) => {
      apps.delete(profileId);
      const before = await tokenCache.read(profileId);
      if (before === null) return;
      const after = forgetTenant(before, tenantId);
      await tokenCache.remove(profileId);
      if (after !== null) await tokenCache.write(profileId, after);
    },
  };
}

function cachePlugin(store: TokenCacheStore, profileId: string): ICachePlugin {
  return {
    beforeCacheAccess: async ({ tokenCache }) => {
      tokenCache.deserialize((await store.read(profileId)) ?? '{}');
    },
    afterCacheAccess: async ({ tokenCache, cacheHasChanged }) => {
      if (cacheHasChanged) await store.write(profileId, tokenCache.serialize());
    },
  };
}

/**
 * Ends a waiting sign-in when the signal aborts. MSAL 7 has no cancel, but settles at once when its own
 * loopback listener is told that access was denied, with the state that it is waiting for.
 */
async function withCancel<T>(
  signal: AbortSignal,
  start: (onLink: (url: string) => void) => Promise<T>,
): Promise<T> {
  let cancel = (): void => {};
  const onAbort = (): void => cancel();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await start((url) => {
      signal.throwIfAborted();
      const asked = new URL(url).searchParams;
      cancel = () => {
        postToLoopback(asked.get('redirect_uri') ?? '', {
          error: 'access_denied',
          state: asked.get('state') ?? '',
        });
      };
    });
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

async function openPage(links: Pick<Links, 'open'>, url: string): Promise<void> {
  try {
    await links.open(url);
  } catch (error) {
    if (error instanceof EvergrantError || error instanceof CancelledError) throw error;
    throw new EvergrantError('identity.browserNotOpened', { retry: 'now', cause: error });
  }
}

/** The same page on the host that people's browsers are to see. */
function onBrowserHost(url: string, { cloud }: Connector): string {
  return url.startsWith(`${cloud.authorityBaseUrl}/`)
    ? cloud.browserBaseUrl + url.slice(cloud.authorityBaseUrl.length)
    : url;
}

function tokenOf(result: AuthenticationResult, tenantId: string): AccessToken {
  const token = readAccessToken(result.accessToken, result.account?.username ?? null);
  if (token.tenantId !== tenantId) {
    throw new EvergrantError('identity.wrongTenant', {
      params: { found: token.tenantId, expected: tenantId },
      retry: 'now',
    });
  }
  return token;
}
