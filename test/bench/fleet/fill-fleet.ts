import { randomUUID } from 'node:crypto';
import type { TestResult } from '../../../electron/contract/grant.ts';
import { newProblem } from '../../../electron/engine/errors/evergrant-error.ts';
import { openStoreHere } from '../../../electron/engine/store/open-store-here.ts';
import { createDirectorySyncs, group, ref, user } from '../../support/directory-syncs.ts';
import { engineHostKey } from '../../support/engine-host.ts';

/** How many tests are stored for each customer. */
const testsOfEach = 10;
const hourMs = 60 * 60_000;
/** What a customer's last sync read: its size does not affect the list. */
const content = { users: [user('mia')], groups: [group('sales', [ref('mia')])] };

/**
 * Fills a data folder with customers through the store's own functions. `test` is a real test of an existing
 * customer, from which every customer gets its history. Of twenty customers, one is now refused, one lacks a
 * permission, and the last sync of one has failed.
 */
export async function fillFleet(
  folder: string,
  customers: number,
  test: TestResult,
): Promise<void> {
  const store = openStoreHere({ path: folder, key: engineHostKey });
  const now = Date.now();
  for (let number = 0; number < customers; number += 1) {
    const tenantId = randomUUID();
    const domain = `customer-${number}.example`;
    await store.tenants.add({
      tenantId,
      profileId: test.profileId,
      alias: null,
      displayName: `Customer ${number}`,
      primaryDomain: domain,
      initialDomain: `customer${number}.onmicrosoft.com`,
      verifiedDomains: [domain, `customer${number}.onmicrosoft.com`],
      formerDomains: [],
      addedAs: domain,
      addedAt: now - 90 * 24 * hourMs,
      tags: number % 3 === 0 ? ['Managed'] : [],
      notes: null,
    });
    for (let age = testsOfEach - 1; age >= 0; age -= 1) {
      const at = now - age * 24 * hourMs - (number % 20) * hourMs;
      const isLast = age === 0;
      const refused = isLast && number % 20 === 0;
      const partial = isLast && number % 20 === 1;
      const result = moved(test, tenantId, number, at);
      if (refused) {
        const refusal = newProblem('aadsts.700016', { retry: 'after' });
        await store.grants.addTest(
          { ...result, checks: result.checks.map(missing), organization: null, refusal },
          { reached: true, good: false },
        );
      } else if (partial) {
        const [first, ...others] = result.checks;
        await store.grants.addTest(
          { ...result, checks: [...(first ? [missing(first)] : []), ...others] },
          { reached: true, good: false },
        );
      } else await store.grants.addTest(result, { reached: true, good: true });
    }
    if (number % 20 === 2) {
      const id = randomUUID();
      const asked = { id, tenantId, mode: 'auto', at: now - hourMs, readsHidden: false } as const;
      const { run } = await store.syncs.begin(asked);
      const problem = newProblem('graph.serviceNotAvailable', { retry: 'after' });
      await store.syncs.end(run.no, { state: 'failed', problem, at: now });
    } else await createDirectorySyncs(store, tenantId)(content, 'auto', now - hourMs);
  }
  await store.close();
}

type Check = TestResult['checks'][number];

function missing(check: Check): Check {
  const none = { outcome: 'missing', at: null, problem: null } as const;
  return { ...check, verdict: 'missing', grant: none, token: none, read: none };
}

/** The test, changed for another customer. */
function moved(test: TestResult, tenantId: string, number: number, at: number): TestResult {
  return {
    ...test,
    id: randomUUID(),
    tenantId,
    startedAt: new Date(at - 2000).toISOString(),
    finishedAt: new Date(at).toISOString(),
    organization: test.organization && {
      ...test.organization,
      tenantId,
      displayName: `Customer ${number}`,
      primaryDomain: `customer-${number}.example`,
      initialDomain: `customer${number}.onmicrosoft.com`,
      verifiedDomains: [`customer-${number}.example`, `customer${number}.onmicrosoft.com`],
    },
  };
}
