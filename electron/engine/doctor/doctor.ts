import type { Diagnosis, DomainsSeen } from '../../contract/doctor.ts';
import type { ConsentAttempt, GrantStatus, TestResult } from '../../contract/grant.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { TestsOfTenant } from '../connection/store.ts';
import { saysOfGrant } from '../connection/test/refusal.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Clock, Random } from '../kernel/ports.ts';
import type { TenantRecord } from '../tenants/store.ts';
import { domainsOf, domainsToLookUp, hasDomainChanged } from './domains.ts';
import { lookUpDomains } from './look-up-domains.ts';
import type { DoctorStore } from './store.ts';
import { verdictOf } from './verdict.ts';

/** Finds the cause of a fault and the fix. */
export interface Doctor {
  /**
   * Runs a new test and derives the verdict from all evidence. `newDomain`: the current primary
   * domain according to a person, for a connector that cannot read it.
   * Errors: `tenant.unknown`, `lease.held`, `tenant.badDomain`, `CancelledError`.
   */
  diagnose(tenantId: string, newDomain?: string, signal?: AbortSignal): Promise<Diagnosis>;
  /** The last diagnosis, whatever started it. */
  last(tenantId: string): Promise<Diagnosis | null>;
  /** Derives the verdict from a test that was run for another reason and found changed domains. */
  judge(test: TestResult): Promise<Diagnosis>;
}

interface DoctorPorts {
  readonly store: DoctorStore;
  readonly tenants: { get(tenantId: string): Promise<TenantRecord> };
  readonly grants: {
    kept(tenantId: string): Promise<TestsOfTenant | null>;
    status(tenantId: string): Promise<GrantStatus>;
  };
  readonly consents: {
    checkNow(tenantId: string, signal?: AbortSignal): Promise<{ readonly test: TestResult }>;
    last(tenantId: string): Promise<ConsentAttempt | null>;
  };
  /** The tenant of a domain, in the cloud of this profile. */
  readonly discover: (
    profileId: string,
    domain: string,
    signal?: AbortSignal,
  ) => Promise<{ readonly tenantId: string }>;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
}

/** The evidence besides the test. */
interface Known {
  readonly lastGood: TestResult | null;
  readonly before: DomainsSeen | null;
  /** The current primary domain according to a person. */
  readonly newDomain: string | undefined;
}

/** Makes the doctor. */
export function createDoctor(ports: DoctorPorts): Doctor {
  const conclude = async (test: TestResult, known: Known, signal?: AbortSignal) =>
    keep(ports, await diagnosisOf(ports, test, known, signal));
  const lastGoodOf = async (tenantId: string): Promise<TestResult | null> =>
    (await ports.grants.kept(tenantId))?.lastGood ?? null;

  return {
    diagnose: async (tenantId, domain, signal) => {
      const lastGood = await lastGoodOf(tenantId);
      const { test } = await ports.consents.checkNow(tenantId, signal);
      const before = domainsOf(lastGood);
      const newDomain = domain?.trim().toLowerCase();
      return conclude(test, { lastGood, before, newDomain }, signal);
    },
    judge: async (test) => {
      const lastGood = await lastGoodOf(test.tenantId);
      const from = test.findings.find(({ kind }) => kind === 'primaryDomainChanged')?.params.from;
      const before =
        typeof from === 'string' ? { primary: from, initial: null, verified: [], at: null } : null;
      return conclude(test, { lastGood, before, newDomain: undefined });
    },
    last: (tenantId) => ports.store.last(tenantId),
  };
}

/** Derives the verdict of a test from all evidence. */
async function diagnosisOf(
  ports: Pick<DoctorPorts, 'tenants' | 'grants' | 'consents' | 'discover' | 'clock' | 'random'>,
  test: TestResult,
  { lastGood, before, newDomain }: Known,
  signal?: AbortSignal,
): Promise<Diagnosis> {
  const { tenantId, profileId } = test;
  const [status, attempt] = await Promise.all([
    ports.grants.status(tenantId),
    ports.consents.last(tenantId),
  ]);
  const now = domainsOf(test);
  const known = before?.primary ?? (await ports.tenants.get(tenantId)).primaryDomain;
  const asked = domainsToLookUp(known, now, newDomain);
  const lookUps = await lookUpDomains(tenantId, asked, (domain) =>
    ports.discover(profileId, domain, signal),
  );
  const at = ports.clock.now();
  const { kind, params } = verdictOf({
    test,
    status,
    lastGood,
    attempt,
    domains: { before: before?.primary ?? null, now: now?.primary ?? null },
    now: at,
  });
  const isOutOfReach = test.refusal !== null && saysOfGrant(test.refusal) === 'outOfReach';
  return {
    id: ports.random.guid(),
    tenantId,
    at: new Date(at).toISOString(),
    verdict: kind,
    params,
    before,
    now,
    lookUps,
    domainChanged: hasDomainChanged(before, now, newDomain, lookUps),
    asksForDomain: now === null && newDomain === undefined && !isOutOfReach,
    test,
  };
}

/** Stores a diagnosis with its activity line, and announces it to screens. */
async function keep(
  { store, activity, changes }: Pick<DoctorPorts, 'store' | 'activity' | 'changes'>,
  diagnosis: Diagnosis,
): Promise<Diagnosis> {
  const { tenantId, test, verdict, params } = diagnosis;
  await store.save(diagnosis);
  await activity.record({
    action: 'diagnosed',
    tenantId,
    profileId: test.profileId,
    account: test.account,
    result: verdict,
    params,
    problem: test.refusal,
  });
  changes.publish({ topic: 'grants', tenantId });
  return diagnosis;
}
