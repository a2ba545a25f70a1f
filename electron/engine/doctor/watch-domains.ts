import type { Finding, GrantStatus } from '../../contract/grant.ts';
import type { Changes, EngineChange } from '../kernel/changes.ts';
import type { TestsOfTenant } from '../connection/store.ts';
import type { Log } from '../kernel/ports.ts';
import type { Doctor } from './doctor.ts';

/** A detected change of a tenant's domains. */
const ofDomains: ReadonlySet<string> = new Set(['primaryDomainChanged', 'domainsChanged']);

/**
 * Runs the doctor automatically when a test has found that a customer's domains changed, until
 * `signal` aborts. Each such test is judged once. If a sync found the change first, the doctor runs a
 * test, once for each new set of domains, because a connector that is refused finds no further
 * changes.
 */
export async function watchDomains(
  ports: {
    readonly changes: Pick<Changes, 'subscribe'>;
    readonly doctor: Pick<Doctor, 'judge' | 'diagnose' | 'last'>;
    readonly grants: {
      kept(tenantId: string): Promise<TestsOfTenant | null>;
      status(tenantId: string): Promise<GrantStatus>;
    };
    readonly log: Log;
  },
  signal: AbortSignal,
): Promise<void> {
  const tested = new Set<string>();

  /** Changed domains that no test has reported yet were found by a sync. */
  const lookAtLabels = async (tenantId: string): Promise<void> => {
    const test = (await ports.grants.kept(tenantId))?.last;
    if (!test || noticed(test.findings).length > 0) return;
    const { attention } = await ports.grants.status(tenantId);
    const found = noticed(attention);
    const once = JSON.stringify([tenantId, found]);
    if (found.length === 0 || tested.has(once)) return;
    tested.add(once);
    await ports.doctor.diagnose(tenantId, undefined, signal);
  };

  const look = async ({ topic, tenantId, test }: EngineChange): Promise<void> => {
    if (tenantId === null) return;
    // Also at the end of a sync: a change that an earlier run found is not announced again.
    if (topic === 'tenants' || topic === 'directory') return await lookAtLabels(tenantId);
    if (test === undefined || noticed(test.findings).length === 0) return;
    const last = await ports.doctor.last(tenantId);
    if (last?.test.id === test.id) return;
    await ports.doctor.judge(test);
  };
  try {
    for await (const change of ports.changes.subscribe(signal)) {
      try {
        await look(change);
      } catch (error) {
        if (signal.aborted) return;
        const name = error instanceof Error ? error.name : 'unknown';
        ports.log.warn('doctor.notJudged', { name });
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function noticed(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ kind }) => ofDomains.has(kind));
}
