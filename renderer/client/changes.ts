import type { QueryClient } from '@tanstack/react-query';
import type { EngineClient } from './engine-client.ts';
import { isShownHere, lookAtCustomer, lookIfNotAnswered, mayBeAwaited } from './connections.ts';
import { isOfOneCustomer, staleKeys } from './queries.ts';

/** The answer of a press follows the change that announces its test within this time. */
const momentMs = 1000;

/** Follows the engine's changes until `signal` aborts, and refetches what became stale. */
export async function followChanges(
  engine: EngineClient,
  queries: QueryClient,
  signal: AbortSignal,
  waitMs = momentMs,
): Promise<void> {
  try {
    for await (const change of await engine.changes(undefined, { signal })) {
      for (const queryKey of staleKeys(change)) void queries.invalidateQueries({ queryKey });
      if (!isOfOneCustomer(change) || isShownHere(queries, change)) continue;
      if (mayBeAwaited(queries, change)) void lookIfNotAnswered(engine, queries, change, waitMs);
      else void lookAtCustomer(engine, queries, change.tenantId);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
