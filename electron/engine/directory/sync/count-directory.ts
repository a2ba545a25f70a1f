import { z } from 'zod';
import type { SyncPlan } from './store.ts';
import { counts } from './stream-paths.ts';
import type { Counted, SyncPorts } from './sync-ports.ts';

const count = z.number().int().nonnegative();

/**
 * Asks how many users and groups there are before a full sync reads them: for the time that is left,
 * for the size of the throttle budget and for the choice between delta and lists. Null for a delta,
 * which reads few of them, and where the service does not tell: a sync goes on without.
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
    // The first question also waited for a token and a connection.
    const started = clock.now();
    const groups = await ask(counts.groups);
    const answerMs = clock.now() - started;
    budget.resize(users);
    await store.expect(run.no, { users, groups });
    return { users, groups, answerMs };
  } catch {
    // Cancelled, or not told: whoever reads the pages says what is wrong.
    log.info('sync.notCounted', { tenantId: run.tenantId });
    return null;
  }
}
