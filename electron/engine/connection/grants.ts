import type { Change } from '../../contract/contract.ts';
import type { GrantStatus, TestResult } from '../../contract/grant.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { Readers } from '../connectors/readers.ts';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { GraphFactory } from '../graph/graph.ts';
import type { Connector, Identity } from '../identity/identity.ts';
import type { Clock, Millis, Random } from '../kernel/ports.ts';
import type { Settings } from '../kernel/settings/settings.ts';
import type { Leases } from '../kernel/leases/leases.ts';
import type { TenantRecord } from '../tenants/store.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { withCredential } from './status/credential-status.ts';
import { testPermissions } from './test/permission-test.ts';
import { testRecord } from './test/record-test.ts';
import { createSharedWork } from './test/shared-work.ts';
import { statusOf } from './status/status.ts';
import type { Evidence } from './status/status.ts';
import type { Demands } from './test/verdict.ts';
import type { GrantStore, RemovalRecord, TestsOfTenant } from './store.ts';
import { worthOf } from './status/worth.ts';

/** A failure that the connector met outside of a test. */
export interface OtherFailure {
  readonly at: Millis;
  readonly problem: Problem;
}

/** A quiet test, and what it is worth as news. */
export interface QuietTest {
  readonly test: TestResult;
  readonly worth: 'granted' | 'begun' | 'nothing';
}

/** The grants: their status, their tests, and forgetting them here. */
export interface Grants {
  status(tenantId: string): Promise<GrantStatus>;
  /** Every tenant's status, by tenant id. */
  statuses(): Promise<ReadonlyMap<string, GrantStatus>>;
  lastTest(tenantId: string): Promise<TestResult | null>;
  /** The tests that count as evidence, or null when there is none. */
  kept(tenantId: string): Promise<TestsOfTenant | null>;
  lastTests(): Promise<ReadonlyMap<string, TestResult>>;
  /**
   * Tests now. Callers of this process share a test that runs already.
   * Errors: `tenant.unknown`, `lease.held` when another process tests, `CancelledError`.
   */
  test(tenantId: string, signal?: AbortSignal): Promise<TestResult>;
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

export interface GrantsPorts {
  readonly store: GrantStore;
  readonly tenants: Pick<Tenants, 'get' | 'list' | 'relabel'>;
  readonly connector: (profileId: string) => Promise<Connector>;
  readonly readers: Pick<Readers, 'readingOf' | 'profileIdsOf'>;
  /** What a profile requires and whose it is; asks neither the cloud nor the credential. */
  readonly demands: (profileId: string) => Promise<Demands>;
  /** When a profile's credential ends, `endsAt` null: never; null where there is no credential. */
  readonly credentialEnd: (profileId: string) => Promise<{ readonly endsAt: Millis | null } | null>;
  /** The newest failure of each tenant's syncs, by tenant id. */
  readonly failures: () => Promise<ReadonlyMap<string, OtherFailure>>;
  /** Whether the system says that there is no network. */
  readonly offline: () => boolean;
  readonly identity: Identity;
  readonly graphs: GraphFactory;
  readonly settings: Settings;
  readonly leases: Leases;
  readonly activity: Activity;
  readonly changes: { publish(change: Change): void };
  readonly clock: Clock;
  readonly random: Random;
}

/** Makes the grants' service. */
export function createGrants(ports: GrantsPorts): Grants {
  const { store, tenants, clock, changes } = ports;
  const tests = createSharedWork<QuietTest>();
  const signIns = new Map<string, AbortController>();
  /** How many callers asked for a test of a customer: its result is told even where it is no news. */
  const askedFor = new Map<string, number>();

  async function evidenceOf(tenantId: string): Promise<Evidence> {
    const tenant = await tenants.get(tenantId);
    const [demands, kept, attempt, removal, failures] = await Promise.all([
      ports.demands(tenant.profileId),
      store.tests(tenantId),
      store.lastAttempt(tenantId),
      store.removal(tenantId),
      ports.failures(),
    ]);
    const failure = failures.get(tenantId) ?? null;
    return {
      ...demands,
      tests: kept,
      attempt,
      removal,
      failure,
      domains: tenant,
      offline: ports.offline(),
    };
  }

  async function status(tenantId: string): Promise<GrantStatus> {
    const { profileId } = await tenants.get(tenantId);
    const [evidence, freshnessMs, credential] = await Promise.all([
      evidenceOf(tenantId),
      ports.settings.freshnessMs(),
      ports.credentialEnd(profileId),
    ]);
    const now = clock.now();
    return withCredential(statusOf(evidence, now, freshnessMs), credential, now);
  }

  async function newsOf(
    test: TestResult,
  ): Promise<{ readonly worth: QuietTest['worth']; readonly showsGreen: boolean }> {
    const evidence = { ...(await evidenceOf(test.tenantId)), attempt: null };
    const freshnessMs = await ports.settings.freshnessMs();
    const kindWith = (tests: Evidence['tests']) =>
      statusOf({ ...evidence, tests }, clock.now(), freshnessMs).kind;
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

  async function run(tenant: TenantRecord, signal: AbortSignal): Promise<QuietTest> {
    const { tenantId, profileId } = tenant;
    const reading = await ports.readers.readingOf(tenantId);
    const { connector } = reading;
    const lastGood = (await store.tests(tenantId))?.lastGood ?? null;
    const result =
      reading.kind === 'own'
        ? await testPermissions(ports, connector, tenantId, lastGood, signal)
        : await testRecord(ports, connector, reading.reader, tenantId, lastGood, signal);
    const { worth, showsGreen } = await newsOf(result);
    const isNoNews = worth === 'nothing' && !showsGreen;
    if (isNoNews && !askedFor.has(tenantId)) return { test: result, worth };
    await store.addTest(result, worthOf(result, connector.profile));
    if (result.organization !== null) await tenants.relabel(tenantId, result.organization);
    const after = await status(tenantId);
    await ports.activity.record({
      action: 'tested',
      tenantId,
      profileId,
      account: result.account,
      result: after.kind,
      problem: after.reasons[0] ?? null,
    });
    changes.publish({ topic: 'grants', tenantId });
    return { test: result, worth };
  }

  async function joinTest(tenantId: string, signal: AbortSignal | undefined): Promise<QuietTest> {
    const tenant = await tenants.get(tenantId);
    const lease = { tenantId, kind: 'test' } as const;
    const start = (all: AbortSignal) => ports.leases.hold(lease, (both) => run(tenant, both), all);
    return tests.join(tenantId, start, signal);
  }

  return {
    status,
    statuses: async () => {
      const [freshnessMs, all, kept, attempts, removals, failures] = await Promise.all([
        ports.settings.freshnessMs(),
        tenants.list(),
        store.allTests(),
        store.lastAttempts(),
        store.removals(),
        ports.failures(),
      ]);
      const profileIds = [...new Set(all.map(({ profileId }) => profileId))];
      const demands = new Map(
        await Promise.all(profileIds.map(async (id) => [id, await ports.demands(id)] as const)),
      );
      const credentials = new Map(
        await Promise.all(
          profileIds.map(async (id) => [id, await ports.credentialEnd(id)] as const),
        ),
      );
      const now = clock.now();
      const rows = all.map((tenant) => {
        const { tenantId, profileId } = tenant;
        const evidence: Evidence = {
          ...(demands.get(profileId) ?? nothingDemanded),
          tests: kept.get(tenantId) ?? null,
          attempt: attempts.get(tenantId) ?? null,
          removal: removals.get(tenantId) ?? null,
          failure: failures.get(tenantId) ?? null,
          domains: tenant,
          offline: ports.offline(),
        };
        const status = statusOf(evidence, now, freshnessMs);
        return [tenantId, withCredential(status, credentials.get(profileId) ?? null, now)] as const;
      });
      return new Map(rows);
    },
    kept: (tenantId) => store.tests(tenantId),
    lastTest: async (tenantId) => (await store.tests(tenantId))?.last ?? null,
    lastTests: async () =>
      new Map([...(await store.allTests())].map(([tenantId, { last }]) => [tenantId, last])),
    test: async (tenantId, signal) => {
      askedFor.set(tenantId, (askedFor.get(tenantId) ?? 0) + 1);
      try {
        return (await joinTest(tenantId, signal)).test;
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

function isGreen(kind: GrantStatus['kind']): boolean {
  return kind === 'granted' || kind === 'onRecord';
}

const nothingDemanded: Demands = { owner: 'ours', requiredPermissions: [] };
