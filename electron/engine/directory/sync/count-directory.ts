import { z } from 'zod';
import type { SyncPlan } from './store.ts';
import { counts } from './stream-paths.ts';
import type { Counted, SyncPorts } from './sync-ports.ts';

const count = z.number().int().nonnegative();

/**
 * Requests the numbers of users and groups before a full sync reads them: for the remaining time, for the
 * size of the throttle budget and for the choice between delta and lists. Null for a delta sync, which reads
 * few of them, and when the service returns no count: the sync continues without.
 */
export async function countDirectory(
  { store, graph, clock, budget, log }: SyncPorts,
  { run }: SyncPlan,
  asked: () => void,
  signal: AbortSignal,
): Promise<Counted | null> {
  if (run.mode === 'delta') return null;
  try {
    const ask = async (path: string): Promise<number> => {
      asked();
      return count.parse(await graph.get(path, { signal, eventual: true, priority: 'Low' }));
    };
    const users = await ask(counts.users);
    // The first request also included the wait for a token and a connection.
    const started = clock.now();
    const groups = await ask(counts.groups);
    const answerMs = clock.now() - started;
    budget.resize(users);
    await store.expect(run.no, { users, groups });
    return { users, groups, answerMs };
  } catch {
    // Canceled or failed: the code that reads the pages reports the cause.
    log.info('sync.notCounted', { tenantId: run.tenantId });
    return null;
  }
}
