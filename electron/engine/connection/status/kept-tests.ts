import type { TestResult } from '../../../contract/grant.ts';
import type { GrantStore, TestsOfTenant } from '../store.ts';

/**
 * Every tenant's newest tests; each test is read from the store only once.
 *
 * Which tests are the newest is queried every time, so changes by other processes, a restored backup and a
 * removed customer take effect immediately. A test never changes and its number is never reused, so a test
 * that was read stays valid. Only the newest tests are cached.
 */
export function createKeptTests(
  store: Pick<GrantStore, 'newestTests' | 'testsAt'>,
): () => Promise<ReadonlyMap<string, TestsOfTenant>> {
  let kept: ReadonlyMap<number, TestResult> = new Map();

  /** A number whose test was deleted in the meantime has no entry. */
  async function readAll(numbers: ReadonlySet<number>): Promise<ReadonlyMap<number, TestResult>> {
    const known = kept;
    const unread = [...numbers].filter((number) => !known.has(number));
    const read = unread.length === 0 ? new Map<number, TestResult>() : await store.testsAt(unread);
    const all = new Map<number, TestResult>();
    for (const number of numbers) {
      const test = known.get(number) ?? read.get(number);
      if (test !== undefined) all.set(number, test);
    }
    return all;
  }

  return async () => {
    const newest = await store.newestTests();
    const numbers = newest.flatMap(({ last, lastReached, lastGood }) =>
      [last, lastReached, lastGood].filter((number) => number !== null),
    );
    const tests = await readAll(new Set(numbers));
    kept = tests;
    const at = (number: number | null): TestResult | null =>
      number === null ? null : (tests.get(number) ?? null);
    const ofTenants = new Map<string, TestsOfTenant>();
    for (const { tenantId, last, lastReached, lastGood } of newest) {
      const test = at(last);
      if (test === null) continue;
      ofTenants.set(tenantId, { last: test, lastReached: at(lastReached), lastGood: at(lastGood) });
    }
    return ofTenants;
  };
}
