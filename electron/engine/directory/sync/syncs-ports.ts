import type { Graph, GraphFactory } from '../../graph/graph.ts';
import type { Connector } from '../../identity/identity.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Leases } from '../../kernel/leases/leases.ts';
import type { Clock, Log, Millis, Random } from '../../kernel/ports.ts';
import type { SyncStore } from './store.ts';

/** What the service for all syncs uses; a single sync uses `SyncPorts`. */
export interface SyncsPorts {
  readonly store: SyncStore;
  readonly graphFactory: GraphFactory;
  /** A tenant's connector, ready for use. */
  readonly connectorOf: (tenantId: string) => Promise<Connector>;
  /** Reads the tenant's current labels and stores them. */
  readonly noticeDomains: (tenantId: string, graph: Graph, signal: AbortSignal) => Promise<void>;
  readonly leases: Leases;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** How long finished syncs can be compared. */
  readonly keepHistoryFor: () => Promise<Millis>;
}
