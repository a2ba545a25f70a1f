import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Clock, Links, Log, Network, Random } from '../ports.ts';
import { createAppSignIn } from './app-sign-in.ts';
import { openConsent } from './consent.ts';
import { discoverTenant } from './discovery.ts';
import type { Identity } from './identity.ts';
import { createMsalNetwork } from './msal-network.ts';
import { createPersonSignIn } from './person-sign-in.ts';
import type { TokenCacheStore } from './store.ts';

/** Makes sign-in with Entra ID on MSAL, the network port and a loopback listener of its own for consent. */
export function createIdentity(ports: {
  readonly network: Network;
  readonly links: Pick<Links, 'open'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly tokenCache: TokenCacheStore;
}): Identity {
  const network = createMsalNetwork(ports.network);
  const app = createAppSignIn(network);
  const person = createPersonSignIn({ ...ports, network });

  /** Notes what Entra refused, by code: names and tokens stay out of the log. */
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
    appToken: (connector, tenantId, options) =>
      noted('identity.appTokenRefused', tenantId, app.token(connector, tenantId, options)),
    delegatedToken: (connector, tenantId, options) =>
      noted('identity.delegatedTokenRefused', tenantId, person.token(connector, tenantId, options)),
    signIn: (connector, tenantId, signal) =>
      noted('identity.signInFailed', tenantId, person.interactive(connector, tenantId, signal)),
    account: (connector, tenantId) => person.account(connector, tenantId),
    forget: async (profileId, tenantId) => {
      app.forget(profileId, tenantId);
      await person.forget(profileId, tenantId);
    },
    openConsent: (connector, tenantId) => openConsent(ports, connector, tenantId),
  };
}
