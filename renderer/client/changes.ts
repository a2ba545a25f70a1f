import type { QueryClient } from '@tanstack/react-query';
import type { EngineClient } from './engine-client.ts';
import { isAnsweredHere, lookAtCustomer } from './connections.ts';
import { isOfOneCustomer, staleKeys } from './queries.ts';

/** Follows the engine's changes until `signal` aborts, and refetches what became stale. */
export async function followChanges(
  engine: EngineClient,
  queries: QueryClient,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const change of await engine.changes(undefined, { signal })) {
      for (const queryKey of staleKeys(change)) void queries.invalidateQueries({ queryKey });
      if (isOfOneCustomer(change) && !isAnsweredHere(queries, change))
        void lookAtCustomer(engine, queries, change.tenantId);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
