import { afterAll, beforeAll, expect, test } from 'vitest';
import { startConnectedHost } from '../support/connected-host.ts';
import { countStoreCalls } from '../support/counted-store.ts';
import type { EngineHost } from '../support/engine-host.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';

const store = countStoreCalls();
let connected: Awaited<ReturnType<typeof startConnectedHost>>;
let cloud: PracticeCloud;
let host: EngineHost;

beforeAll(async () => {
  connected = await startConnectedHost({
    args: ['--groups', '10', '--memberships', '10'],
    ports: { workers: store.workers },
  });
  ({ cloud, host } = connected);
});
afterAll(() => connected?.dispose());

/** Calls that read a customer's row and its evidence. */
const once = [
  'tenants.get',
  'profiles.get',
  'profiles.credential',
  'settings.read',
  'grants.tests',
  'grants.lastAttempt',
  'grants.removal',
  'syncs.failuresOf',
  'syncs.last',
  'resets.last',
];
/** Calls that read the list of all customers. */
const lists = [
  'tenants.list',
  'grants.allTests',
  'grants.newestTests',
  'grants.lastAttempts',
  'grants.removals',
  'syncs.failures',
  'syncs.lasts',
  'resets.open',
];

test.each(['healthy', 'neverGranted'])(
  'a test of a customer (%s) reads its row and its evidence once, and nothing of the others',
  async (customer) => {
    const { tenantId } = cloud.customer(customer);
    await host.client.tenants.add({ domainOrId: tenantId });
    // The first test reads the customer's names and notifies the doctor; when the second ends, the doctor has
    // checked.
    await host.client.grants.test({ tenantId });
    await host.client.grants.test({ tenantId });
    store.forget();
    const tested = await host.client.grants.test({ tenantId });
    // By the time this is answered, every subscriber to the engine's changes has made its requests.
    await host.client.tickets.list();
    const calls = [...store.calls()];
    expect(once.map((call) => [call, calls.filter((one) => one === call).length])).toEqual(
      once.map((call) => [call, 1]),
    );
    expect(calls.filter((call) => lists.includes(call))).toEqual([]);
    expect(await host.client.tenants.get({ tenantId })).toEqual(tested);
  },
);
