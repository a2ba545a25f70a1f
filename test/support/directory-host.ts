import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../electron/contract/contract.ts';
import type { SyncMode, SyncRun } from '../../electron/contract/sync.ts';
import type { Cloud } from '../../electron/engine/clouds/cloud.ts';
import type { GraphFactory } from '../../electron/engine/graph/graph.ts';
import { createGraph } from '../../electron/engine/graph/graph-client.ts';
import { createActivity } from '../../electron/engine/kernel/activity/activity.ts';
import { createTickets } from '../../electron/engine/kernel/activity/tickets.ts';
import { createGroups } from '../../electron/engine/directory/read/groups.ts';
import { createPolicies } from '../../electron/engine/directory/policies/policies.ts';
import { createSyncs } from '../../electron/engine/directory/sync/syncs.ts';
import type { Connector } from '../../electron/engine/identity/identity.ts';
import type {
  Clock,
  Millis,
  Network,
  Random,
  Workers,
} from '../../electron/engine/kernel/ports.ts';
import { openStore } from '../../electron/engine/store/open-store.ts';
import { createLeases } from '../../electron/engine/kernel/leases/leases.ts';
import { createPeople } from '../../electron/engine/directory/read/people.ts';
import { systemRandom } from '../../electron/platform/random.ts';
import { builtWorkers } from './programs/workers.ts';
import type { TenantRecord } from '../../electron/engine/tenants/store.ts';
import { silentLog } from './engine-rooms.ts';
import { createJumpingClock } from './jumping-clock.ts';
import type { JumpingClock } from './jumping-clock.ts';

/** What the directory rooms run on. */
export interface DirectoryHostOptions {
  readonly network: Network;
  readonly cloud: Cloud;
  readonly clientId: string;
  /** Returns a token for a tenant that its cloud accepts. */
  readonly tokenOf: (tenantId: string) => string;
  /** The data folder of an earlier host; a new folder if omitted. */
  readonly folder?: string;
  readonly clock?: JumpingClock;
  /** The clock of a sync and its requests, if their waits must pass differently. */
  readonly waits?: Clock;
  readonly random?: Random;
  readonly workers?: Workers;
}

/** The engine's directory rooms on a separate store, in its two threads. */
export async function startDirectoryHost(options: DirectoryHostOptions) {
  const { cloud, network } = options;
  const clock = options.clock ?? createJumpingClock();
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'evergrant-directory-')));
  const store = await openStore({
    workers: options.workers ?? builtWorkers,
    data: { path: folder, key: new Uint8Array(32).fill(5) },
    log: silentLog,
  });
  const random = options.random ?? systemRandom;
  const common = { clock: options.waits ?? clock, random, log: silentLog, network };
  const published: Change[] = [];
  const changes = { publish: (change: Change) => void published.push(change) };
  const connector = connectorOf(cloud, options.clientId);
  const graphFactory: GraphFactory = {
    withToken: (_connector, token) =>
      createGraph(common, cloud, { source: () => Promise.resolve(token), canRenew: false }),
    appOnly: (_connector, tenantId) =>
      createGraph(common, cloud, {
        source: () => Promise.resolve(options.tokenOf(tenantId)),
        canRenew: false,
      }),
  };
  const theConnector = () => Promise.resolve(connector);
  const tickets = createTickets({ store: store.tickets, changes, ofThisRun: null });
  const activity = createActivity({ ...common, store: store.activity, changes, tickets });
  const syncs = createSyncs({
    ...common,
    store: store.syncs,
    keepHistoryFor: () => Promise.resolve(90 * 86_400_000),
    graphFactory,
    connectorOf: theConnector,
    noticeDomains: () => Promise.resolve(),
    leases: createLeases({ ...common, clock, store: store.leases, holder: folder }),
    activity,
    changes,
  });
  return {
    folder,
    clock,
    store,
    syncs,
    activity,
    published,
    groups: createGroups({ store: store.groups }),
    people: createPeople({ store: store.people, graphFactory, connectorOf: theConnector, clock }),
    policies: createPolicies({
      store: store.policies,
      marks: store.marks,
      activity,
      changes,
      clock,
    }),
    /** Adds the customer to the ledger: marks are stored only for customers that it contains. */
    async addTenant(tenantId: string): Promise<void> {
      const { profile } = connector;
      if (!(await store.profiles.get(profile.id))) await store.profiles.add(profile, null);
      await store.tenants.add(tenantOf(tenantId, profile.id, clock.now()));
    },
    /** Runs a sync until it ends. */
    async sync(tenantId: string, mode: SyncMode = 'auto'): Promise<SyncRun> {
      let last = await syncs.start(tenantId, mode);
      for await (const run of syncs.watch(tenantId)) last = run;
      return last;
    },
    /** Ends as a killed process does: nothing more is written. */
    async crash(): Promise<void> {
      await store.close().catch(() => undefined);
    },
    async close(): Promise<void> {
      await syncs.close();
      await store.close();
    },
    async dispose(): Promise<void> {
      await syncs.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type DirectoryHost = Awaited<ReturnType<typeof startDirectoryHost>>;

function connectorOf(cloud: Cloud, clientId: string): Connector {
  return {
    cloud,
    credential: null,
    profile: {
      id: systemRandom.guid(),
      name: 'Connector',
      clientId,
      cloud: { kind: 'custom', file: 'cloud.json' },
      owner: 'ours',
      requiredPermissions: [],
      landingPage: null,
      backend: null,
      createdAt: 0,
    },
  };
}

/** A customer of which only the id is known. */
function tenantOf(tenantId: string, profileId: string, addedAt: Millis): TenantRecord {
  return {
    tenantId,
    profileId,
    alias: null,
    displayName: null,
    primaryDomain: null,
    initialDomain: null,
    verifiedDomains: [],
    formerDomains: [],
    tags: [],
    notes: null,
    addedAs: tenantId,
    addedAt,
  };
}
