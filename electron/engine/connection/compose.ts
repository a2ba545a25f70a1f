import type { ConnectorsRoom } from '../connectors/compose.ts';
import type { ProfileStore } from '../connectors/store.ts';
import type { GraphRoom } from '../graph/compose.ts';
import type { IdentityRoom } from '../identity/compose.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { Ports } from '../kernel/ports.ts';
import type { TenantsRoom } from '../tenants/compose.ts';
import { createConnections } from './connections.ts';
import type { Connections, LaterRooms } from './connections.ts';
import { createConsentWays } from './consent/consent-ways.ts';
import type { ConsentWaysRoom } from './consent/consent-ways.ts';
import { createConsents } from './consent/consents.ts';
import type { Consents } from './consent/consents.ts';
import { createConsentKits } from './consent/kit/consent-kits.ts';
import type { ConsentKits } from './consent/kit/consent-kits.ts';
import { createQuietWatches } from './consent/quiet/quiet-watches.ts';
import type { QuietWatches } from './consent/quiet/quiet-watches.ts';
import type { QuietWatchStore } from './consent/quiet/store.ts';
import { testQuietlyUntil } from './consent/quiet/test-quietly.ts';
import { createGrants } from './grants.ts';
import type { Grants } from './grants.ts';
import { createRemovals } from './removals.ts';
import type { Removals } from './removals.ts';
import { createSignIns } from './sign-ins.ts';
import type { SignIns } from './sign-ins.ts';
import type { EvidencePorts } from './status/evidence.ts';
import type { GrantStore } from './store.ts';

/** The connections to customers: granted by consent, verified by tests. */
export interface ConnectionRoom {
  readonly grants: Grants;
  readonly consents: Consents;
  readonly removals: Removals;
  readonly signIns: SignIns;
  readonly ways: ConsentWaysRoom;
  readonly kits: ConsentKits;
  readonly watches: QuietWatches;
  readonly connections: Connections;
  /** Ends what is open in Evergrant for a customer: a consent, a sign-in. */
  readonly stop: (tenantId: string) => Promise<void>;
  /** Runs the quiet tests when they are due, until `signal` aborts. */
  readonly testQuietly: (signal: AbortSignal) => Promise<void>;
}

export interface ConnectionPorts {
  readonly host: Pick<Ports, 'links'>;
  readonly kernel: Pick<
    Kernel,
    | 'clock'
    | 'random'
    | 'log'
    | 'changes'
    | 'notices'
    | 'activity'
    | 'settings'
    | 'leases'
    | 'offline'
  >;
  readonly store: {
    readonly grants: GrantStore;
    readonly quietWatches: QuietWatchStore;
    readonly profiles: Pick<ProfileStore, 'get' | 'credentialEnd'>;
    readonly syncs: EvidencePorts['syncs'];
  };
  readonly connectors: Pick<ConnectorsRoom, 'profiles' | 'readers'>;
  readonly tenants: Pick<TenantsRoom, 'tenants'>;
  readonly identity: Pick<IdentityRoom, 'identity' | 'accounts' | 'tokens'>;
  readonly graph: GraphRoom;
  readonly later: () => LaterRooms;
}

/** Makes the connections' services. */
export function composeConnection(ports: ConnectionPorts): ConnectionRoom {
  const { kernel, store, later } = ports;
  const { profiles, readers } = ports.connectors;
  const { tenants } = ports.tenants;
  const { identity, accounts, tokens } = ports.identity;
  const { graphs } = ports.graph;
  const { connector } = profiles;
  const grants = createGrants({
    ...kernel,
    store: store.grants,
    profiles: store.profiles,
    syncs: store.syncs,
    tenants,
    readers,
    identity,
    graphs,
  });
  const watches = createQuietWatches({ ...kernel, store: store.quietWatches, grants, tenants });
  const ways = createConsentWays({ ...kernel, links: ports.host.links });
  const consents = createConsents({
    ...kernel,
    store: store.grants,
    grants,
    tenants,
    connector,
    readers,
    identity,
    graphs,
    ways,
    watchLate: (tenantId) => watches.watchLate(tenantId),
  });
  const signIns = createSignIns({ ...kernel, tenants, connector, identity, accounts });
  return {
    grants,
    consents,
    removals: createRemovals({
      ...kernel,
      store: store.grants,
      tenants,
      tokens,
      consents,
      grants,
    }),
    signIns,
    ways,
    kits: createConsentKits({ ...kernel, tenants, connector, grants, graphs }),
    watches,
    connections: createConnections({
      ...kernel,
      tenants,
      profiles,
      grants,
      consents,
      identity,
      watches,
      later,
    }),
    stop: async (tenantId) => {
      signIns.cancel(tenantId);
      await consents.cancelIfRunning(tenantId);
    },
    testQuietly: (signal) => testQuietlyUntil({ ...kernel, watches }, signal),
  };
}
