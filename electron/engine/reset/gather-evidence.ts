import type { ResetEvidence } from '../../contract/reset.ts';
import type { TestResult } from '../../contract/grant.ts';
import type { SyncRun } from '../../contract/sync.ts';
import type { Millis } from '../kernel/ports.ts';
import type { TenantRecord } from '../tenants/store.ts';

/**
 * What is known of the tenant at this moment: from the last test that could read it, the labels that are
 * kept, and the last finished sync.
 */
export function evidenceOf(facts: {
  readonly tenant: TenantRecord;
  readonly test: TestResult | null;
  readonly sync: SyncRun | null;
  readonly now: Millis;
}): ResetEvidence {
  const { tenant, test, sync } = facts;
  const read = test?.organization ?? null;
  return {
    at: new Date(facts.now).toISOString(),
    testedAt: test?.finishedAt ?? null,
    servicePrincipalId: test?.servicePrincipalId ?? null,
    primaryDomain: read?.primaryDomain ?? tenant.primaryDomain,
    initialDomain: read?.initialDomain ?? tenant.initialDomain,
    verifiedDomains: [...(read?.verifiedDomains ?? tenant.verifiedDomains)],
    permissions: (test?.checks ?? []).map(({ permission, verdict }) => ({
      name: permission.name,
      verdict,
    })),
    sync:
      sync?.state === 'finished'
        ? {
            id: sync.id,
            groups: sync.counts.groups,
            people: sync.counts.users,
            memberships: sync.counts.memberships,
          }
        : null,
  };
}
