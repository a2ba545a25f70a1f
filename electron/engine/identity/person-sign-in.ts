import { PromptValue, PublicClientApplication } from '@azure/msal-node';
import type { AccountInfo, AuthenticationResult } from '@azure/msal-node';
import { graphScope } from '../clouds/clouds.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Clock, Links, Millis } from '../kernel/ports.ts';
import { browserPage } from './browser-page.ts';
import { isUnknownAccount } from '../errors/questions.ts';
import { accountThatStays, forgetTenant } from './forget-tenant.ts';
import type { AccessToken, Connector } from './identity.ts';
import { changePart, keptCache } from './kept-cache.ts';
import { authorityOf, fingerprint, msalConfiguration } from './msal-configuration.ts';
import type { MsalNetwork } from './msal-network.ts';
import { onBrowserHost, openPage, withCancel } from './sign-in-page.ts';
import type { TokenCacheStore } from './store.ts';
import { readAccessToken } from './token-claims.ts';

/** An account of the cache, as it may serve one tenant. */
export interface Candidate {
  readonly accountId: string;
  readonly account: string;
}

/** How a silent sign-in ended with each account that could serve the tenant. */
export type SilentEnd =
  | { readonly kind: 'token'; readonly token: AccessToken }
  /** Nobody is signed in who reaches this tenant. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'refused'; readonly by: Candidate; readonly error: unknown };

/** Sign-in of a technician, kept in the encrypted ledger. */
export interface PersonSignIn {
  silent(
    connector: Connector,
    tenantId: string,
    options: {
      readonly fresh: boolean;
      /** What the tenant demanded before. */
      readonly claims: string | null;
      readonly signal?: AbortSignal | undefined;
    },
  ): Promise<SilentEnd>;
  /** `demanded`: the account and the claims that the tenant wants; a choice of accounts without it. */
  interactive(
    connector: Connector,
    tenantId: string,
    demanded: { readonly account: string; readonly claims: string | null } | null,
    signal: AbortSignal,
  ): Promise<AccessToken>;
  /** The account that a silent sign-in to this tenant would be tried with first. */
  account(connector: Connector, tenantId: string): Promise<Candidate | null>;
  accounts(connector: Connector): Promise<readonly AccountInfo[]>;
  signOut(profileId: string, accountId: string): Promise<void>;
  /** Accounts that reach this tenant and serve others too. */
  staying(profileId: string, tenantId: string): Promise<readonly string[]>;
  forget(profileId: string, tenantId: string): Promise<void>;
  dropProfile(profileId: string): void;
}

/** So long a tenant that did not know an account is not asked about it again. */
const unknownForMs: Millis = 15 * 60_000;

export function createPersonSignIn(ports: {
  readonly network: MsalNetwork;
  readonly links: Pick<Links, 'open'>;
  readonly clock: Clock;
  readonly tokenCache: TokenCacheStore;
}): PersonSignIn {
  const { network, links, clock, tokenCache } = ports;
  const apps = new Map<string, { readonly print: string; readonly app: PublicClientApplication }>();
  /** When a tenant last did not know an account. */
  const unknown = new Map<string, Millis>();

  /**
   * One app for each profile and tenant: MSAL empties its memory before it reads the kept cache, which
   * two calls of one app at the same time would feel.
   */
  function appFor(connector: Connector, tenantId: string): PublicClientApplication {
    const profileId = connector.profile.id;
    const print = fingerprint(connector);
    const known = apps.get(`${profileId} ${tenantId}`);
    if (known?.print === print) return known.app;
    const app = new PublicClientApplication({
      ...msalConfiguration(connector, authorityOf(connector.cloud, 'organizations'), network),
      cache: { cachePlugin: keptCache(tokenCache, profileId) },
    });
    apps.set(`${profileId} ${tenantId}`, { print, app });
    return app;
  }

  async function allAccounts(connector: Connector, tenantId: string): Promise<AccountInfo[]> {
    const { cloud } = connector;
    const all = await appFor(connector, tenantId).getTokenCache().getAllAccounts();
    const host = new URL(cloud.authorityBaseUrl).host;
    const usable = all.filter(({ environment }) => cloud.name !== 'custom' || environment === host);
    // MSAL tells an account once for each of its tenants.
    return [...new Map(usable.map((account) => [account.homeAccountId, account])).values()];
  }

  /**
   * Who may serve a tenant: accounts that have signed in there, then those that have signed in to any
   * tenant but their own, as a partner's technician does. MSAL takes the tenant of a silent call from
   * the account, so its profile of that tenant is put forward, or one is made up (entra-graph §10).
   */
  async function candidates(connector: Connector, tenantId: string): Promise<AccountInfo[]> {
    const all = await allAccounts(connector, tenantId);
    const here = all.flatMap((account) => {
      const profile = account.tenantProfiles?.get(tenantId);
      return profile ? [{ ...account, ...profile }] : [];
    });
    const travellers = all.flatMap((account) =>
      !account.tenantProfiles?.has(tenantId) &&
      isTraveller(account) &&
      clock.now() - (unknown.get(keyOf(account, tenantId)) ?? -Infinity) >= unknownForMs
        ? [{ ...account, tenantId }]
        : [],
    );
    return [...here, ...travellers];
  }

  return {
    silent: async (connector, tenantId, { fresh, claims, signal }) => {
      let refused: SilentEnd | null = null;
      for (const account of await candidates(connector, tenantId)) {
        try {
          const result = await network.run(signal, () =>
            appFor(connector, tenantId).acquireTokenSilent({
              account,
              authority: authorityOf(connector.cloud, tenantId),
              scopes: [graphScope(connector.cloud)],
              forceRefresh: fresh,
              ...(claims !== null && { claims }),
            }),
          );
          return { kind: 'token', token: tokenOf(result, tenantId) };
        } catch (error) {
          if (!(error instanceof EvergrantError)) throw error;
          const wasHere = account.tenantProfiles?.has(tenantId) === true;
          if (!wasHere && isUnknownAccount(error)) {
            unknown.set(keyOf(account, tenantId), clock.now());
          } else {
            refused ??= { kind: 'refused', by: candidateOf(account), error };
          }
        }
      }
      return refused ?? { kind: 'nobody' };
    },

    interactive: async (connector, tenantId, demanded, signal) => {
      const app = appFor(connector, tenantId);
      const result = await network.run(signal, () =>
        withCancel(signal, (onLink) =>
          app.acquireTokenInteractive({
            authority: authorityOf(connector.cloud, tenantId),
            scopes: [graphScope(connector.cloud)],
            ...(demanded === null
              ? { prompt: PromptValue.SELECT_ACCOUNT }
              : {
                  ...(demanded.account !== '' && { loginHint: demanded.account }),
                  ...(demanded.claims !== null && { claims: demanded.claims }),
                }),
            successTemplate: browserPage('signedIn'),
            errorTemplate: browserPage('signInFailed'),
            openBrowser: async (url) => {
              onLink(url);
              await openPage(links, onBrowserHost(url, connector));
            },
          }),
        ),
      );
      unknown.clear();
      const token = readAccessToken(result.accessToken, result.account?.username ?? null);
      if (token.tenantId !== tenantId && result.account) {
        const { homeAccountId } = result.account;
        await changePart(tokenCache, connector.profile.id, homeAccountId, (kept) =>
          kept === null ? null : forgetTenant(kept, token.tenantId),
        );
      }
      return tokenOf(result, tenantId);
    },

    account: async (connector, tenantId) => {
      const [first] = await candidates(connector, tenantId);
      return first === undefined ? null : candidateOf(first);
    },

    accounts: (connector) => allAccounts(connector, 'organizations'),

    dropProfile: (profileId) => forgetApps(apps, profileId),

    signOut: async (profileId, accountId) => {
      forgetApps(apps, profileId);
      await changePart(tokenCache, profileId, accountId, () => null);
    },

    staying: async (profileId, tenantId) =>
      [...(await tokenCache.read(profileId)).values()].flatMap(
        (kept) => accountThatStays(kept, tenantId) ?? [],
      ),

    forget: async (profileId, tenantId) => {
      forgetApps(apps, profileId);
      for (const accountId of (await tokenCache.read(profileId)).keys()) {
        await changePart(tokenCache, profileId, accountId, (kept) =>
          kept === null ? null : forgetTenant(kept, tenantId),
        );
      }
    },
  };
}

/** Whether an account has signed in outside of its own tenant. */
export function isTraveller({ homeAccountId, tenantProfiles }: AccountInfo): boolean {
  const home = homeTenantOf(homeAccountId);
  return [...(tenantProfiles?.keys() ?? [])].some((tenantId) => tenantId !== home);
}

/** The tenant of an account, from `uid.utid`; null when the service gave no such id. */
export function homeTenantOf(homeAccountId: string): string | null {
  return homeAccountId.split('.')[1] ?? null;
}

function candidateOf({ homeAccountId, username }: AccountInfo): Candidate {
  return { accountId: homeAccountId, account: username };
}

function keyOf({ homeAccountId }: AccountInfo, tenantId: string): string {
  return `${homeAccountId} ${tenantId}`;
}

function forgetApps(apps: Map<string, unknown>, profileId: string): void {
  for (const key of apps.keys()) if (key.startsWith(`${profileId} `)) apps.delete(key);
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
