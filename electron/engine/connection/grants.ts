import type { GrantStatus, TestResult } from '../../contract/grant.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Readers } from '../connectors/readers.ts';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { GraphFactory } from '../graph/graph.ts';
import type { Connector, Identity } from '../identity/identity.ts';
import type { Clock, Millis, Random } from '../kernel/ports.ts';
import type { Leases } from '../kernel/leases/leases.ts';
import type { TenantRecord } from '../tenants/store.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { createEvidenceReader, factsOf, statusNow, withTest } from './status/evidence.ts';
import type { ConnectorFacts, EvidencePorts, Known } from './status/evidence.ts';
import { testPermissions } from './test/permission-test.ts';
import { testRecord } from './test/record-test.ts';
import { createSharedWork } from './test/shared-work.ts';
import { statusOf } from './status/status.ts';
import type { Evidence } from './status/status.ts';
import type { RemovalRecord, TestsOfTenant } from './store.ts';
import { worthOf } from './status/worth.ts';

/** A quiet test, and what it is worth as news. */
export interface QuietTest {
  readonly test: TestResult;
  readonly worth: 'granted' | 'begun' | 'nothing';
}

/** A test, the connector that it was made of, and all that is known of its customer by then. */
export interface Tested {
  readonly test: TestResult;
  readonly connector: Connector;
  readonly known: Known;
}

/** The grants: their status, their tests, and forgetting them here. */
export interface Grants {
  status(tenantId: string): Promise<GrantStatus>;
  /** Every tenant's status, by tenant id. */
  statuses(): Promise<ReadonlyMap<string, GrantStatus>>;
  /** All that the status is computed from, each part read once; `facts` where the connector is read already. */
  known(tenant: TenantRecord, facts?: ConnectorFacts): Promise<Known>;
  /** The same for all of these, in their order. */
  knownOfAll(tenants: readonly TenantRecord[]): Promise<Known[]>;
  /** The tests that count as evidence, or null when there is none. */
  kept(tenantId: string): Promise<TestsOfTenant | null>;
  /**
   * Tests now. Callers of this process share a test that runs already.
   * Errors: `tenant.unknown`, `lease.held` when another process tests, `CancelledError`.
   */
  test(tenantId: string, signal?: AbortSignal): Promise<Tested>;
  /**
   * Tests without a word: what says only that nothing is granted is no news, and is not kept. `granted`
   * and `begun` (something is there that was not before) are, and whatever is said of a tenant that shows
   * green, outlined or not. Errors as {@link Grants.test}.
   */
  testQuietly(tenantId: string, signal?: AbortSignal): Promise<QuietTest>;
  /** When this record was forgotten last; null: never. */
  removal(tenantId: string): Promise<RemovalRecord | null>;
  /** Forgets tokens and this record; the tenant still has the connector. */
  removeHere(tenantId: string): Promise<GrantStatus>;
  /**
   * Signs a technician in, for the delegated proofs.
   * Errors: `grant.signInRuns`, `grant.vendorsRegistration`, `identity.*`, `aadsts.*`.
   */
  signIn(tenantId: string, signal?: AbortSignal): Promise<{ readonly account: string }>;
  cancelSignIn(tenantId: string): boolean;
  /** The account that is signed in to this tenant. */
  account(tenantId: string): Promise<string | null>;
}

export interface GrantsPorts extends EvidencePorts {
  readonly tenants: Pick<Tenants, 'get' | 'list' | 'relabel'>;
  readonly connector: (profileId: string) => Promise<Connector>;
  readonly readers: Pick<Readers, 'reading' | 'profileIdsOf'>;
  readonly identity: Identity;
  readonly graphs: GraphFactory;
  readonly leases: Leases;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
}

/** Makes the grants' service. */
export function createGrants(ports: GrantsPorts): Grants {
  const { store, tenants, clock, changes } = ports;
  const evidence = createEvidenceReader(ports);
  const tests = createSharedWork<QuietTest & Tested>();
  const signIns = new Map<string, AbortController>();
  /** How many callers asked for a test of a customer: its result is told even where it is no news. */
  const askedFor = new Map<string, number>();

  async function status(tenantId: string): Promise<GrantStatus> {
    return statusNow(await evidence.of(await tenants.get(tenantId)), clock.now());
  }

  /**
   * What is known is read once, when the tenant has answered: whatever happened during the test counts. The
   * lease keeps other tests of this customer away meanwhile.
   */
  async function run(tenant: TenantRecord, signal: AbortSignal): Promise<QuietTest & Tested> {
    const { tenantId, profileId } = tenant;
    const reading = await ports.readers.reading(profileId);
    const { connector } = reading;
    let asked: Promise<Known> | null = null;
    const known = () => (asked ??= evidence.of(tenant, factsOf(connector)));
    const lastGood = async () => (await known()).evidence.tests?.lastGood ?? null;
    const test =
      reading.kind === 'own'
        ? await testPermissions(ports, connector, tenantId, lastGood, signal)
        : await testRecord(ports, connector, reading.reader, tenantId, lastGood, signal);
    const before = await known();
    const { worth, showsGreen } = newsOf(test, before, clock.now());
    const isNoNews = worth === 'nothing' && !showsGreen;
    if (isNoNews && !askedFor.has(tenantId)) return { test, worth, connector, known: before };
    const asEvidence = worthOf(test, connector.profile);
    await store.addTest(test, asEvidence);
    const labels = test.organization;
    const labelled = labels === null ? null : await tenants.relabel(tenantId, labels);
    const after = withTest(withLabels(before, labelled ?? tenant), test, asEvidence);
    const { kind, reasons } = statusNow(after, clock.now());
    await ports.activity.record({
      action: 'tested',
      tenantId,
      profileId,
      account: test.account,
      result: kind,
      problem: reasons[0] ?? null,
    });
    changes.publish({ topic: 'grants', tenantId, test });
    return { test, worth, connector, known: after };
  }

  async function joinTest(
    tenantId: string,
    signal: AbortSignal | undefined,
  ): Promise<QuietTest & Tested> {
    const tenant = await tenants.get(tenantId);
    const lease = { tenantId, kind: 'test' } as const;
    const start = (all: AbortSignal) => ports.leases.hold(lease, (both) => run(tenant, both), all);
    return tests.join(tenantId, start, signal);
  }

  return {
    status,
    statuses: async () => {
      const all = await evidence.ofAll(await tenants.list());
      const now = clock.now();
      return new Map(all.map((known) => [known.tenant.tenantId, statusNow(known, now)] as const));
    },
    known: (tenant, facts) => evidence.of(tenant, facts),
    knownOfAll: (all) => evidence.ofAll(all),
    kept: (tenantId) => store.tests(tenantId),
    test: async (tenantId, signal) => {
      askedFor.set(tenantId, (askedFor.get(tenantId) ?? 0) + 1);
      try {
        return await joinTest(tenantId, signal);
      } finally {
        const others = (askedFor.get(tenantId) ?? 1) - 1;
        if (others > 0) askedFor.set(tenantId, others);
        else askedFor.delete(tenantId);
      }
    },
    testQuietly: (tenantId, signal) => joinTest(tenantId, signal),
    removal: (tenantId) => store.removal(tenantId),
    removeHere: async (tenantId) => {
      const { profileId } = await tenants.get(tenantId);
      for (const id of await ports.readers.profileIdsOf(profileId)) {
        await ports.identity.forget(id, tenantId);
      }
      const result = 'removed';
      const line = await ports.activity.line({
        action: 'grantRemovedHere',
        tenantId,
        profileId,
        result,
      });
      await store.removeHere({ tenantId, at: clock.now() }, line);
      changes.publish({ topic: 'grants', tenantId });
      changes.publish({ topic: 'activity', tenantId });
      return await status(tenantId);
    },
    signIn: async (tenantId, signal) => {
      const { profileId } = await tenants.get(tenantId);
      const connector = await ports.connector(profileId);
      if (connector.profile.owner === 'vendor')
        throw new EvergrantError('grant.vendorsRegistration');
      if (signIns.has(tenantId)) throw new EvergrantError('grant.signInRuns', { retry: 'after' });
      const own = new AbortController();
      signIns.set(tenantId, own);
      try {
        const both = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
        const token = await ports.identity.signIn(connector, tenantId, both);
        const account = token.account ?? '';
        await ports.activity.record({
          action: 'signedIn',
          tenantId,
          profileId,
          account,
          result: 'signedIn',
        });
        changes.publish({ topic: 'grants', tenantId });
        return { account };
      } finally {
        signIns.delete(tenantId);
      }
    },
    cancelSignIn: (tenantId) => {
      const running = signIns.get(tenantId);
      running?.abort(new CancelledError());
      return running !== undefined;
    },
    account: async (tenantId) => {
      const { profileId } = await tenants.get(tenantId);
      return ports.identity.account(await ports.connector(profileId), tenantId);
    },
  };
}

function withLabels(known: Known, tenant: TenantRecord): Known {
  return { ...known, tenant, evidence: { ...known.evidence, domains: tenant } };
}

/** What a test adds to what is known, and whether the customer showed green before it. */
function newsOf(
  test: TestResult,
  known: Known,
  now: Millis,
): { readonly worth: QuietTest['worth']; readonly showsGreen: boolean } {
  const evidence = { ...known.evidence, attempt: null };
  const kindWith = (tests: Evidence['tests']) =>
    statusOf({ ...evidence, tests }, now, known.freshnessMs).kind;
  const before = kindWith(evidence.tests);
  const showsGreen = isGreen(before);
  const { reached } = worthOf(test, evidence);
  if (!reached) return { worth: 'nothing', showsGreen };
  const lastGood = evidence.tests?.lastGood ?? null;
  const kind = kindWith({ last: test, lastReached: test, lastGood });
  if (isGreen(kind)) return { worth: 'granted', showsGreen };
  const hasBegun = (kind === 'partial' || kind === 'excessive') && before !== kind;
  return { worth: hasBegun ? 'begun' : 'nothing', showsGreen };
}

function isGreen(kind: GrantStatus['kind']): boolean {
  return kind === 'granted' || kind === 'onRecord';
}
