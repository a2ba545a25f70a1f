import type { Problem } from '../../../contract/problem.ts';
import type { Millis } from '../../kernel/ports.ts';
import { contradictsGreen } from '../test/refusal.ts';

/** A failure that the connector met outside of a test. */
export interface OtherFailure {
  readonly at: Millis;
  readonly problem: Problem;
}

/**
 * A tenant's newest sync failure that speaks against the grant, since the last sync that finished; null:
 * none. A later failure that says nothing about the grant does not cancel it.
 */
export function syncFailure(failures: readonly OtherFailure[]): OtherFailure | null {
  const [last] = failures
    .filter(({ problem }) => contradictsGreen(problem))
    .toSorted((one, other) => other.at - one.at);
  return last ?? null;
}

/** The same for every tenant that has one, by tenant ID. */
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
