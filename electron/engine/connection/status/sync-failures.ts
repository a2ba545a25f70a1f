import type { Problem } from '../../../contract/problem.ts';
import type { Millis } from '../../kernel/ports.ts';
import { contradictsGreen } from '../test/refusal.ts';

/** A failure that the connector met outside of a test. */
export interface OtherFailure {
  readonly at: Millis;
  readonly problem: Problem;
}

/**
 * The newest failure of a tenant's syncs that speaks against the grant, of all since the last sync that
 * finished; null where none does. A later failure that says nothing of the grant takes nothing of it back.
 */
export function syncFailure(failures: readonly OtherFailure[]): OtherFailure | null {
  const [last] = failures
    .filter(({ problem }) => contradictsGreen(problem))
    .toSorted((one, other) => other.at - one.at);
  return last ?? null;
}

/** The same of every tenant that has one, by tenant id. */
export function syncFailures(
  failures: ReadonlyMap<string, readonly OtherFailure[]>,
): ReadonlyMap<string, OtherFailure> {
  const newest = new Map<string, OtherFailure>();
  for (const [tenantId, ofTenant] of failures) {
    const last = syncFailure(ofTenant);
    if (last !== null) newest.set(tenantId, last);
  }
  return newest;
}
