import type { Diagnosis, DomainsSeen } from '../../contract/doctor.ts';
import type { ConsentAttempt, GrantStatus, TestResult } from '../../contract/grant.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { TestsOfTenant } from '../connection/store.ts';
import { saysOfGrant } from '../connection/test/refusal.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Clock, Random } from '../kernel/ports.ts';
import type { TenantRecord } from '../tenants/store.ts';
import { lookUpDomains } from './look-up-domains.ts';
import type { AskedDomain } from './look-up-domains.ts';
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

/** Makes the doctor. */
export function createDoctor(ports: {
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
}): Doctor {
  const { store, clock } = ports;

  async function conclude(
    test: TestResult,
    known: { readonly lastGood: TestResult | null; readonly before: DomainsSeen | null },
    newDomain: string | undefined,
    signal?: AbortSignal,
  ): Promise<Diagnosis> {
    const { tenantId, profileId } = test;
    const [status, attempt] = await Promise.all([
      ports.grants.status(tenantId),
      ports.consents.last(tenantId),
    ]);
    const { lastGood, before } = known;
    const now = domainsOf(test);
    const lookUps = await lookUpDomains(
      tenantId,
      await askedDomains(tenantId, before, now, newDomain),
      (domain) => ports.discover(profileId, domain, signal),
    );
    const domainChanged = isChanged(before, now, newDomain, lookUps);
    const at = clock.now();
    const { kind, params } = verdictOf({
      test,
      status,
      lastGood,
      attempt,
      domains: { before: before?.primary ?? null, now: now?.primary ?? null },
      now: at,
    });
    const isOutOfReach = test.refusal !== null && saysOfGrant(test.refusal) === 'outOfReach';
    const diagnosis: Diagnosis = {
      id: ports.random.guid(),
      tenantId,
      at: new Date(at).toISOString(),
      verdict: kind,
      params,
      before,
      now,
      lookUps,
      domainChanged,
      asksForDomain: now === null && newDomain === undefined && !isOutOfReach,
      test,
    };
    await store.save(diagnosis);
    await ports.activity.record({
      action: 'diagnosed',
      tenantId,
      profileId,
      account: test.account,
      result: kind,
      params,
      problem: test.refusal,
    });
    ports.changes.publish({ topic: 'grants', tenantId });
    return diagnosis;
  }

  /** Only a change, or a tenant that cannot be read, makes a domain worth looking up. */
  async function askedDomains(
    tenantId: string,
    before: DomainsSeen | null,
    now: DomainsSeen | null,
    newDomain: string | undefined,
  ): Promise<AskedDomain[]> {
    const known = before?.primary ?? (await ports.tenants.get(tenantId)).primaryDomain;
    const isQuiet = now !== null && known === now.primary && newDomain === undefined;
    if (isQuiet) return [];
    return [
      ...(newDomain === undefined ? [] : [{ domain: newDomain, role: 'asked' as const }]),
      ...(now === null ? [] : [{ domain: now.primary, role: 'now' as const }]),
      ...(known === null ? [] : [{ domain: known, role: 'before' as const }]),
    ];
  }

  return {
    diagnose: async (tenantId, newDomain, signal) => {
      const lastGood = (await ports.grants.kept(tenantId))?.lastGood ?? null;
      const { test } = await ports.consents.checkNow(tenantId, signal);
      const before = domainsOf(lastGood);
      return conclude(test, { lastGood, before }, newDomain?.trim().toLowerCase(), signal);
    },
    judge: async (test) => {
      const lastGood = (await ports.grants.kept(test.tenantId))?.lastGood ?? null;
      const from = test.findings.find(({ kind }) => kind === 'primaryDomainChanged')?.params.from;
      const before =
        typeof from === 'string' ? { primary: from, initial: null, verified: [], at: null } : null;
      return conclude(test, { lastGood, before }, undefined);
    },
    last: (tenantId) => store.last(tenantId),
  };
}

function domainsOf(test: TestResult | null): DomainsSeen | null {
  if (test === null || test.organization === null) return null;
  const { primaryDomain, initialDomain, verifiedDomains } = test.organization;
  return {
    primary: primaryDomain,
    initial: initialDomain,
    verified: verifiedDomains,
    at: test.finishedAt,
  };
}

/** Without a look at the tenant only a person's word, held against who owns the domain, can tell. */
function isChanged(
  before: DomainsSeen | null,
  now: DomainsSeen | null,
  newDomain: string | undefined,
  lookUps: Diagnosis['lookUps'],
): boolean | null {
  if (before !== null && now !== null) return before.primary !== now.primary;
  const asked = lookUps.find(({ role }) => role === 'asked');
  if (before === null || newDomain === undefined || asked?.outcome !== 'thisTenant') return null;
  return before.primary !== newDomain;
}
