import type { Change } from '../../contract/contract.ts';
import type { Changes } from '../changes.ts';
import type { TestsOfTenant } from '../grants/store.ts';
import type { Log } from '../ports.ts';
import type { Doctor } from './doctor.ts';

/**
 * Lets the doctor judge by itself whenever a test has noticed that the primary domain changed, until
 * `signal` aborts. Each such test is judged once.
 */
export async function watchDomains(
  ports: {
    readonly changes: Pick<Changes, 'subscribe'>;
    readonly doctor: Pick<Doctor, 'judge' | 'last'>;
    readonly grants: { kept(tenantId: string): Promise<TestsOfTenant | null> };
    readonly log: Log;
  },
  signal: AbortSignal,
): Promise<void> {
  const look = async ({ topic, tenantId }: Change): Promise<void> => {
    if (topic !== 'grants' || tenantId === null) return;
    const test = (await ports.grants.kept(tenantId))?.last;
    if (!test?.findings.some(({ kind }) => kind === 'primaryDomainChanged')) return;
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
