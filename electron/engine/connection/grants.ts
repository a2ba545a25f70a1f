import type { GrantStatus } from '../../contract/grant.ts';
import type { Readers } from '../connectors/readers.ts';
import type { GraphFactory } from '../graph/graph.ts';
import type { Identity } from '../identity/identity.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Leases } from '../kernel/leases/leases.ts';
import type { Random } from '../kernel/ports.ts';
import type { TenantRecord } from '../tenants/store.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { createEvidenceReader, statusNow } from './status/evidence.ts';
import type { ConnectorFacts, EvidencePorts, Known } from './status/evidence.ts';
import type { TestsOfTenant } from './store.ts';
import { createJoinedTests } from './test/joined-tests.ts';
import type { JoinedTests } from './test/joined-tests.ts';

/** The grants: what is known about them, their status, and their tests. */
export interface Grants extends JoinedTests {
  status(tenantId: string): Promise<GrantStatus>;
  /** Every tenant's status, by tenant ID. */
  statuses(): Promise<ReadonlyMap<string, GrantStatus>>;
  /** Everything the status is computed from. Pass `facts` if the connector was already read. */
  known(tenant: TenantRecord, facts?: ConnectorFacts): Promise<Known>;
  /** The same for all of these tenants, in their order. */
  knownOfAll(tenants: Promise<readonly TenantRecord[]>): Promise<Known[]>;
  /** The tests that count as evidence, or null when there is none. */
  kept(tenantId: string): Promise<TestsOfTenant | null>;
}

export interface GrantsPorts extends EvidencePorts {
  readonly tenants: Pick<Tenants, 'get' | 'list' | 'relabel'>;
  readonly readers: Pick<Readers, 'reading'>;
  readonly identity: Pick<Identity, 'appToken' | 'delegatedToken' | 'challenged'>;
  readonly graphs: Pick<GraphFactory, 'withToken'>;
  readonly leases: Pick<Leases, 'hold'>;
  readonly activity: Pick<Activity, 'record'>;
  readonly changes: ChangePublisher;
  readonly random: Random;
}

/** Makes the grants' service. */
export function createGrants(ports: GrantsPorts): Grants {
  const { store, tenants, clock } = ports;
  const evidence = createEvidenceReader(ports);
  return {
    ...createJoinedTests({ ...ports, evidence }),
    status: async (tenantId) =>
      statusNow(await evidence.of(await tenants.get(tenantId)), clock.now()),
    statuses: async () => {
      const all = await evidence.ofAll(tenants.list());
      const now = clock.now();
      return new Map(all.map((known) => [known.tenant.tenantId, statusNow(known, now)] as const));
    },
    known: (tenant, facts) => evidence.of(tenant, facts),
    knownOfAll: (all) => evidence.ofAll(all),
    kept: (tenantId) => store.tests(tenantId),
  };
}
