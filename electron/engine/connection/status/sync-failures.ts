import type { OtherFailure } from '../grants.ts';
import { contradictsGreen } from '../test/refusal.ts';

/**
 * The newest failure that speaks against the grant, by tenant id, of all since the last sync that finished. A
 * later failure that says nothing of the grant takes nothing of it back.
 */
export function syncFailures(
  failures: ReadonlyMap<string, readonly OtherFailure[]>,
): ReadonlyMap<string, OtherFailure> {
  const newest = new Map<string, OtherFailure>();
  for (const [tenantId, ofTenant] of failures) {
    const [last] = ofTenant
      .filter(({ problem }) => contradictsGreen(problem))
      .toSorted((one, other) => other.at - one.at);
    if (last !== undefined) newest.set(tenantId, last);
  }
  return newest;
}
