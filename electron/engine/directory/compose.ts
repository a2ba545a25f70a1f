import type { ConnectorsRoom } from '../connectors/compose.ts';
import { readLabels } from '../connection/test/read-labels.ts';
import type { GraphRoom } from '../graph/compose.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { TenantsRoom } from '../tenants/compose.ts';
import { createComparisons } from './compare/comparisons.ts';
import type { Comparisons } from './compare/comparisons.ts';
import type { ComparisonStore } from './compare/store.ts';
import { createPolicies } from './policies/policies.ts';
import type { Policies } from './policies/policies.ts';
import type { MarkStore, PolicyStore } from './policies/store.ts';
import type { GroupStore } from './read/group-store.ts';
import { createGroups } from './read/groups.ts';
import type { Groups } from './read/groups.ts';
import { createPeople } from './read/people.ts';
import type { People } from './read/people.ts';
import type { PersonStore } from './read/person-store.ts';
import type { SyncStore } from './sync/store.ts';
import { createSyncs } from './sync/syncs.ts';
import type { Syncs } from './sync/syncs.ts';

/** The customers' groups and people: synced, read, compared, marked for policies. */
export interface DirectoryRoom {
  readonly syncs: Syncs;
  readonly groups: Groups;
  readonly people: People;
  readonly comparisons: Comparisons;
  readonly policies: Policies;
}

export interface DirectoryPorts {
  readonly kernel: Pick<
    Kernel,
    'clock' | 'random' | 'log' | 'changes' | 'activity' | 'settings' | 'leases'
  >;
  readonly store: {
    readonly syncs: SyncStore;
    readonly groups: GroupStore;
    readonly people: PersonStore;
    readonly comparisons: ComparisonStore;
    readonly policies: PolicyStore;
    readonly marks: MarkStore;
  };
  readonly connectors: { readonly readers: Pick<ConnectorsRoom['readers'], 'connectorOf'> };
  readonly tenants: { readonly tenants: Pick<TenantsRoom['tenants'], 'relabel'> };
  readonly graph: GraphRoom;
}

/** Makes the directory's services. */
export function composeDirectory(ports: DirectoryPorts): DirectoryRoom {
  const { kernel, store } = ports;
  const { clock, settings } = kernel;
  const { tenants } = ports.tenants;
  const { connectorOf } = ports.connectors.readers;
  const graphFactory = ports.graph.graphs;
  return {
    syncs: createSyncs({
      ...kernel,
      store: store.syncs,
      keepHistoryFor: () => settings.historyMs(),
      graphFactory,
      connectorOf,
      noticeDomains: async (tenantId, graph, signal) => {
        const labels = await readLabels(clock, graph, tenantId, signal);
        if (labels !== null) await tenants.relabel(tenantId, labels);
      },
    }),
    groups: createGroups({ store: store.groups }),
    people: createPeople({ clock, store: store.people, graphFactory, connectorOf }),
    comparisons: createComparisons({ store: store.comparisons }),
    policies: createPolicies({ ...kernel, store: store.policies, marks: store.marks }),
  };
}
