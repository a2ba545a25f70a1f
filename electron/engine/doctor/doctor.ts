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

/** Finds the cause of a fault and names the cure. */
export interface Doctor {
  /**
   * Tests once more and judges by all that is known. `newDomain`: what a person says is the primary
   * domain now, for a connector that cannot read it.
   * Errors: `tenant.unknown`, `lease.held`, `tenant.badDomain`, `CancelledError`.
   */
  diagnose(tenantId: string, newDomain?: string, signal?: AbortSignal): Promise<Diagnosis>;
  /** The last diagnosis, however it came about. */
  last(tenantId: string): Promise<Diagnosis | null>;
  /** Judges by a test that was made for another reason, and noticed a change of domains. */
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
  /** Whose tenant a domain is, in the cloud of this profile. */
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

/** What is known beside the test that is judged. */
interface Known {
  readonly lastGood: TestResult | null;
  readonly before: DomainsSeen | null;
  /** What a person says is the primary domain now. */
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

/** Judges a test by all that is known. */
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

/** Keeps a diagnosis, with its line of activity, and has screens ask again. */
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
