import { likelyGranted } from '../connection/status/likely-granted.ts';
import type { GrantStore } from '../connection/store.ts';
import type { ConnectorsRoom } from '../connectors/compose.ts';
import type { ProfileStore } from '../connectors/store.ts';
import type { GraphRoom } from '../graph/compose.ts';
import type { IdentityRoom } from '../identity/compose.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { Ports } from '../kernel/ports.ts';
import type { TenantsRoom } from '../tenants/compose.ts';
import type { TenantStore } from '../tenants/store.ts';
import { createKeyPairs } from './keys/key-pairs.ts';
import { readRegisteredCredentials } from './keys/registered-credentials.ts';
import type { ReadRegistered } from './keys/registered-credentials.ts';
import { createReplacements } from './keys/replacements.ts';
import type { Replacements } from './keys/replacements.ts';
import { createSetUps } from './setup/set-ups.ts';
import type { SetUps } from './setup/set-ups.ts';
import type { KeyPairStore, SetUpStore } from './store.ts';

/** The connectors' registrations: set-up, check, and replacement of credentials. */
export interface RegistrationRoom {
  readonly setUps: SetUps;
  readonly replacements: Replacements;
  readonly registered: ReadRegistered;
}

export interface RegistrationPorts {
  readonly host: Pick<Ports, 'links' | 'computer'>;
  readonly kernel: Pick<Kernel, 'clock' | 'random' | 'changes' | 'activity' | 'files'>;
  readonly store: {
    readonly setUps: SetUpStore;
    readonly keyPairs: KeyPairStore;
    readonly profiles: ProfileStore;
    readonly tenants: Pick<TenantStore, 'get' | 'ofProfile'>;
    readonly grants: Pick<GrantStore, 'allTests'>;
  };
  readonly connectors: Pick<ConnectorsRoom, 'clouds' | 'profiles'>;
  readonly tenants: Pick<TenantsRoom, 'tenants'>;
  readonly identity: Pick<IdentityRoom, 'identity'>;
  readonly graph: GraphRoom;
  /** Aborts when the engine closes. */
  readonly closing: AbortSignal;
}

/** Makes the registrations' services. */
export function composeRegistration(ports: RegistrationPorts): RegistrationRoom {
  const { host, kernel, store, closing } = ports;
  const { clouds, profiles } = ports.connectors;
  const { tenants } = ports.tenants;
  const { identity } = ports.identity;
  const { graphs } = ports.graph;
  const { connector } = profiles;
  const keyPairs = createKeyPairs({ ...kernel, store: store.keyPairs, computer: host.computer });
  const customersOf = (profileId: string) => likelyGranted(store, profileId);
  return {
    setUps: createSetUps({
      ...kernel,
      store: store.setUps,
      keyPairs,
      profiles,
      clouds,
      tenants: {
        add: (asked) => tenants.add(asked),
        profileOf: async (tenantId) => (await store.tenants.get(tenantId))?.profileId ?? null,
      },
      identity,
      graphs,
      links: host.links,
    }),
    replacements: createReplacements({
      ...kernel,
      store: store.profiles,
      pairs: store.keyPairs,
      profiles,
      makePair: (asked) => keyPairs.make(asked),
      customersOf,
      tryCredential: async (profileId, credential, tenantId, signal) =>
        await identity.appToken({ ...(await connector(profileId)), credential }, tenantId, {
          fresh: true,
          ...(signal && { signal }),
        }),
    }),
    registered: (profileId, signal = closing) =>
      readRegisteredCredentials(
        {
          connector,
          customersOf,
          waitingOf: async (id) =>
            (await store.keyPairs.ofProfile(id)).map(({ certificatePem }) => certificatePem),
          identity,
          graphs,
        },
        profileId,
        signal,
      ),
  };
}
