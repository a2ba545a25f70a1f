import { EvergrantError } from '../errors/evergrant-error.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Clock, Links, Log, Network, Random } from '../kernel/ports.ts';
import { createAppSignIn } from './app-sign-in.ts';
import { openConsent } from './consent.ts';
import { createSignInDemands } from './sign-in-demands.ts';
import { openConsentWithoutRedirect } from './consent-without-redirect.ts';
import { discoverTenant } from './discovery.ts';
import { refusesRedirect } from './refuses-redirect.ts';
import type { Identity } from './identity.ts';
import { createMsalNetwork } from './msal-network.ts';
import { createPersonSignIn } from './person-sign-in.ts';
import type { DemandStore, TokenCacheStore } from './store.ts';

/** Makes sign-in with Entra ID from MSAL, the network port and a separate loopback listener for consent. */
export function createIdentity(ports: {
  readonly network: Network;
  readonly links: Pick<Links, 'open'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly tokenCache: TokenCacheStore;
  readonly demands: DemandStore;
  readonly changes: ChangePublisher;
}): Identity {
  const network = createMsalNetwork(ports.network);
  const app = createAppSignIn(network);
  const person = createPersonSignIn({ ...ports, network });
  const demands = createSignInDemands({ ...ports, store: ports.demands });
  const unknownAccount = { accountId: '', account: '' };

  /** Logs what Entra refused, by code only: the log contains no names or tokens. */
  async function noted<T>(event: string, tenantId: string, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof EvergrantError) ports.log.info(event, { tenantId, code: error.code });
      throw error;
    }
  }

  return {
    discover: (cloud, domainOrId, signal) =>
      discoverTenant(ports.network, cloud, domainOrId, signal),
    refusesRedirect: ({ cloud, profile: { clientId } }, tenantId, redirectUri, signal) =>
      refusesRedirect(ports.network, cloud, { tenantId, clientId, redirectUri }, signal),
    appToken: (connector, tenantId, options) =>
      noted('identity.appTokenRefused', tenantId, app.token(connector, tenantId, options)),
    delegatedToken: async (connector, tenantId, options) => {
      const where = { profileId: connector.profile.id, tenantId };
      const kept = await demands.of(where);
      const end = await noted(
        'identity.delegatedTokenRefused',
        tenantId,
        person.silent(connector, tenantId, { ...options, claims: kept?.claims ?? null }),
      );
      if (end.kind === 'refused') {
        await demands.note(where, end.by, end.error);
        return await noted('identity.delegatedTokenRefused', tenantId, Promise.reject(end.error));
      }
      if (kept !== null) await demands.clear(where);
      return end.kind === 'token' ? end.token : null;
    },
    signIn: async (connector, tenantId, signal) => {
      const where = { profileId: connector.profile.id, tenantId };
      const kept = await demands.of(where);
      try {
        const token = await noted(
          'identity.signInFailed',
          tenantId,
          person.interactive(connector, tenantId, kept, signal),
        );
        await demands.clear(where);
        return token;
      } catch (error) {
        await demands.note(where, kept ?? unknownAccount, error);
        throw error;
      }
    },
    challenged: async (connector, tenantId, error) => {
      const by = await person.account(connector, tenantId);
      if (by === null) return;
      await demands.note({ profileId: connector.profile.id, tenantId }, by, error);
    },
    account: async (connector, tenantId) => {
      const isDemanded = (await demands.of({ profileId: connector.profile.id, tenantId })) !== null;
      return isDemanded ? null : ((await person.account(connector, tenantId))?.account ?? null);
    },
    accounts: (connector) => person.accounts(connector),
    demands: () => demands.list(),
    signOut: async (profileId, accountId) => {
      await person.signOut(profileId, accountId);
      await demands.clearAccount(profileId, accountId);
    },
    staying: (profileId, tenantId) => person.staying(profileId, tenantId),
    dropProfile: (profileId) => {
      app.dropProfile(profileId);
      person.dropProfile(profileId);
    },
    forget: async (profileId, tenantId) => {
      app.forget(profileId, tenantId);
      await person.forget(profileId, tenantId);
      await demands.clear({ profileId, tenantId });
    },
    openConsent: async (connector, tenantId) =>
      connector.profile.owner === 'ours'
        ? await openConsent(ports, connector, tenantId)
        : openConsentWithoutRedirect(connector, tenantId),
  };
}
