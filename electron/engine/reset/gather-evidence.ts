import type { ResetEvidence } from '../../contract/reset.ts';
import type { TestResult } from '../../contract/grant.ts';
import type { SyncRun } from '../../contract/sync.ts';
import type { TestsOfTenant } from '../connection/store.ts';
import type { Millis } from '../kernel/ports.ts';
import type { TenantRecord } from '../tenants/store.ts';
import type { CarryOnPorts } from './carry-on-ports.ts';
import { lookIfPossible } from './look-if-possible.ts';

/**
 * What is currently known of the tenant: from the last test that could read it, the stored labels,
 * and the last finished sync.
 */
function evidenceOf(facts: {
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

/** What is currently known of the tenant; `test`: the one to use. */
export async function gatherEvidence(
  ports: Pick<CarryOnPorts, 'tenants' | 'syncs' | 'clock'>,
  tenantId: string,
  test: TestResult | null,
): Promise<ResetEvidence> {
  return evidenceOf({
    tenant: await ports.tenants.get(tenantId),
    test,
    sync: await ports.syncs.last(tenantId),
    now: ports.clock.now(),
  });
}

/**
 * What is known before anything is removed. The last test shows what existed; the enterprise
 * application to delete is read from Microsoft now, if possible.
 */
export async function gatherEvidenceBefore(
  ports: Pick<CarryOnPorts, 'tenants' | 'syncs' | 'clock' | 'grants' | 'look'>,
  tenantId: string,
  signal?: AbortSignal,
): Promise<ResetEvidence> {
  const before = await gatherEvidence(ports, tenantId, bestOf(await ports.grants.kept(tenantId)));
  const look = await lookIfPossible(ports.look, tenantId, signal);
  const there = look?.kind === 'there' ? look.servicePrincipalId : null;
  return { ...before, servicePrincipalId: there ?? before.servicePrincipalId };
}

/** The last test that read the enterprise application; else the last one. */
function bestOf(kept: TestsOfTenant | null): TestResult | null {
  if (kept === null) return null;
  return kept.last.servicePrincipalId === null ? (kept.lastGood ?? kept.last) : kept.last;
}
