import { PromptValue } from '@azure/msal-node';
import type { AccountInfo, AuthenticationResult } from '@azure/msal-node';
import { graphScope } from '../clouds/clouds.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { isUnknownAccount } from '../errors/questions.ts';
import type { Clock, Links } from '../kernel/ports.ts';
import { browserPage } from './browser-page.ts';
import { candidateOf, candidatesFor, createUnknownAccounts } from './candidates.ts';
import type { Candidate, UnknownAccounts } from './candidates.ts';
import { accountThatStays, forgetTenant } from './forget-tenant.ts';
import type { AccessToken, Connector } from './identity.ts';
import { changePart } from './kept-cache.ts';
import { authorityOf } from './msal-configuration.ts';
import type { MsalNetwork } from './msal-network.ts';
import { createPersonApps } from './person-apps.ts';
import type { PersonApps } from './person-apps.ts';
import { onBrowserHost, openPage, withCancel } from './sign-in-page.ts';
import type { TokenCacheStore } from './store.ts';
import { readAccessToken } from './token-claims.ts';

/** How a silent sign-in with each possible account ended. */
export type SilentEnd =
  | { readonly kind: 'token'; readonly token: AccessToken }
  /** No signed-in account can sign in to this tenant. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'refused'; readonly by: Candidate; readonly error: unknown };

/** Sign-in of a technician, stored in the encrypted ledger. */
export interface PersonSignIn {
  silent(
    connector: Connector,
    tenantId: string,
    options: {
      readonly fresh: boolean;
      /** What the tenant demanded earlier. */
      readonly claims: string | null;
      readonly signal?: AbortSignal | undefined;
    },
  ): Promise<SilentEnd>;
  /** `demanded`: the account and the claims that the tenant requires; null: the person picks an account. */
  interactive(
    connector: Connector,
    tenantId: string,
    demanded: { readonly account: string; readonly claims: string | null } | null,
    signal: AbortSignal,
  ): Promise<AccessToken>;
  /** The account that a silent sign-in to this tenant would try first. */
  account(connector: Connector, tenantId: string): Promise<Candidate | null>;
  accounts(connector: Connector): Promise<readonly AccountInfo[]>;
  signOut(profileId: string, accountId: string): Promise<void>;
  /** Accounts that are used for this tenant and for others. */
  staying(profileId: string, tenantId: string): Promise<readonly string[]>;
  forget(profileId: string, tenantId: string): Promise<void>;
  dropProfile(profileId: string): void;
}

/** What a technician's sign-in uses. */
interface SignInPorts {
  readonly network: MsalNetwork;
  readonly links: Pick<Links, 'open'>;
  readonly tokenCache: TokenCacheStore;
}

/** Makes the sign-in of a technician. */
export function createPersonSignIn(ports: SignInPorts & { readonly clock: Clock }): PersonSignIn {
  const { tokenCache } = ports;
  const apps = createPersonApps(ports);
  const unknown = createUnknownAccounts(ports.clock);

  const candidates = async (connector: Connector, tenantId: string): Promise<AccountInfo[]> =>
    candidatesFor(tenantId, await apps.accounts(connector, tenantId), unknown);

  return {
    silent: async (connector, tenantId, options) => {
      const accounts = await candidates(connector, tenantId);
      const acquire = (account: AccountInfo) =>
        acquireSilently({ ...ports, apps }, connector, tenantId, { ...options, account });
      return firstThatServes(tenantId, accounts, acquire, unknown);
    },

    interactive: async (connector, tenantId, demanded, signal) => {
      const result = await acquireInBrowser({ ...ports, apps }, connector, tenantId, {
        demanded,
        signal,
      });
      unknown.clear();
      await dropOtherTenant(tokenCache, connector, tenantId, result);
      return tokenOf(result, tenantId);
    },

    account: async (connector, tenantId) => {
      const [first] = await candidates(connector, tenantId);
      return first === undefined ? null : candidateOf(first);
    },

    accounts: (connector) => apps.accounts(connector, 'organizations'),

    dropProfile: (profileId) => apps.forget(profileId),

    signOut: async (profileId, accountId) => {
      apps.forget(profileId);
      await changePart(tokenCache, profileId, accountId, () => null);
    },

    staying: async (profileId, tenantId) =>
      [...(await tokenCache.read(profileId)).values()].flatMap(
        (kept) => accountThatStays(kept, tenantId) ?? [],
      ),

    forget: async (profileId, tenantId) => {
      apps.forget(profileId);
      for (const accountId of (await tokenCache.read(profileId)).keys()) {
        await changePart(tokenCache, profileId, accountId, (kept) =>
          kept === null ? null : forgetTenant(kept, tenantId),
        );
      }
    },
  };
}

/** Tries the accounts in order and records the ones that the tenant does not know. */
async function firstThatServes(
  tenantId: string,
  accounts: readonly AccountInfo[],
  acquire: (account: AccountInfo) => Promise<AuthenticationResult>,
  unknown: Pick<UnknownAccounts, 'note'>,
): Promise<SilentEnd> {
  let refused: SilentEnd | null = null;
  for (const account of accounts) {
    try {
      return { kind: 'token', token: tokenOf(await acquire(account), tenantId) };
    } catch (error) {
      if (!(error instanceof EvergrantError)) throw error;
      const wasHere = account.tenantProfiles?.has(tenantId) === true;
      if (!wasHere && isUnknownAccount(error)) unknown.note(account, tenantId);
      else refused ??= { kind: 'refused', by: candidateOf(account), error };
    }
  }
  return refused ?? { kind: 'nobody' };
}

function acquireSilently(
  { network, apps }: Pick<SignInPorts, 'network'> & { readonly apps: PersonApps },
  connector: Connector,
  tenantId: string,
  asked: Parameters<PersonSignIn['silent']>[2] & { readonly account: AccountInfo },
): Promise<AuthenticationResult> {
  const { account, fresh, claims, signal } = asked;
  return network.run(signal, () =>
    apps.appFor(connector, tenantId).acquireTokenSilent({
      account,
      authority: authorityOf(connector.cloud, tenantId),
      scopes: [graphScope(connector.cloud)],
      forceRefresh: fresh,
      ...(claims !== null && { claims }),
    }),
  );
}

function acquireInBrowser(
  { network, links, apps }: Pick<SignInPorts, 'network' | 'links'> & { readonly apps: PersonApps },
  connector: Connector,
  tenantId: string,
  asked: {
    readonly demanded: Parameters<PersonSignIn['interactive']>[2];
    readonly signal: AbortSignal;
  },
): Promise<AuthenticationResult> {
  const { demanded, signal } = asked;
  const app = apps.appFor(connector, tenantId);
  return network.run(signal, () =>
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
}

/** Drops the tokens of a sign-in to a tenant other than the requested one. */
async function dropOtherTenant(
  tokenCache: TokenCacheStore,
  connector: Connector,
  tenantId: string,
  { accessToken, account }: AuthenticationResult,
): Promise<void> {
  const token = readAccessToken(accessToken, account?.username ?? null);
  if (token.tenantId === tenantId || !account) return;
  await changePart(tokenCache, connector.profile.id, account.homeAccountId, (kept) =>
    kept === null ? null : forgetTenant(kept, token.tenantId),
  );
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
