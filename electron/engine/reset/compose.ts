import type { ConnectionRoom } from '../connection/compose.ts';
import type { ConnectorsRoom } from '../connectors/compose.ts';
import type { ProfileStore } from '../connectors/store.ts';
import type { DirectoryRoom } from '../directory/compose.ts';
import type { GraphRoom } from '../graph/compose.ts';
import type { IdentityRoom } from '../identity/compose.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { Ports } from '../kernel/ports.ts';
import type { TenantsRoom } from '../tenants/compose.ts';
import type { TenantStore } from '../tenants/store.ts';
import { createHandOvers } from './hand-over/hand-overs.ts';
import type { HandOvers } from './hand-over/hand-overs.ts';
import { createLookForConnector } from './look-for-connector.ts';
import { createOpenResets } from './open-resets.ts';
import type { OpenResets } from './open-resets.ts';
import { createPortalPage } from './portal-page.ts';
import { protectConnection } from './protected-connection.ts';
import type { ProtectedConnection } from './protected-connection.ts';
import { createResetReports } from './report/reset-reports.ts';
import type { ResetReports } from './report/reset-reports.ts';
import { createResets } from './resets.ts';
import type { Resets } from './resets.ts';
import type { ResetStore } from './store.ts';
import { createTransitions } from './transitions.ts';

/** The resets and off-boardings, their hand-overs and their reports. */
export interface ResetRoom {
  readonly resets: Resets;
  readonly openResets: OpenResets;
  readonly protectedConnection: ProtectedConnection;
  readonly handOvers: HandOvers;
  readonly resetReports: ResetReports;
}

export interface ResetPorts {
  readonly host: Pick<Ports, 'practice' | 'printPdf'>;
  readonly kernel: Pick<
    Kernel,
    'clock' | 'random' | 'changes' | 'activity' | 'tickets' | 'leases' | 'files'
  >;
  readonly store: {
    readonly resets: ResetStore;
    readonly profiles: Pick<ProfileStore, 'get' | 'list'>;
    readonly tenants: Pick<TenantStore, 'get'>;
  };
  readonly connectors: Pick<ConnectorsRoom, 'profiles' | 'readers'>;
  readonly tenants: { readonly tenants: Pick<TenantsRoom['tenants'], 'get' | 'add'> };
  readonly identity: Pick<IdentityRoom, 'identity'>;
  readonly graph: GraphRoom;
  readonly connection: Pick<
    ConnectionRoom,
    'grants' | 'consents' | 'removals' | 'kits' | 'watches'
  >;
  readonly directory: Pick<DirectoryRoom, 'syncs' | 'comparisons'>;
  /** Aborts when the engine closes. */
  readonly closing: AbortSignal;
}

/** Makes the resets' services. */
export function composeReset(ports: ResetPorts): ResetRoom {
  const { host, kernel, store, closing } = ports;
  const { practice, printPdf } = host;
  const { profiles, readers } = ports.connectors;
  const { tenants } = ports.tenants;
  const { identity } = ports.identity;
  const { graphs } = ports.graph;
  const { comparisons, syncs } = ports.directory;
  const resets = createResets({
    ...kernel,
    ...ports.connection,
    store: store.resets,
    tenants,
    syncs,
    transitions: createTransitions({ ...kernel, store: store.resets }),
    look: createLookForConnector({ readers, identity, graphs }),
    hasBackend: async (profileId) => (await store.profiles.get(profileId))?.backend != null,
    portalPage: createPortalPage(profiles.connector),
  });
  const openResets = createOpenResets(store.resets);
  return {
    resets,
    openResets,
    protectedConnection: protectConnection({ ...ports.connection, openResets }),
    handOvers: createHandOvers({
      store: store.resets,
      resets,
      profiles: store.profiles,
      cloudLabel: async (profileId) => (await profiles.get(profileId)).cloudLabel,
      tenants: {
        find: (tenantId) => store.tenants.get(tenantId),
        add: (asked) => tenants.add(asked),
      },
      files: kernel.files,
      practice,
    }),
    resetReports: createResetReports({
      ...kernel,
      resets,
      tenants,
      profiles,
      comparisons,
      printPdf,
      practice,
      closing,
    }),
  };
}
