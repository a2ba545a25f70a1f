import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startProxiedHost, startProxiedPractice } from '../support/proxied-practice.ts';
import type { ProxiedHost, ProxiedPractice } from '../support/proxied-practice.ts';

let practice: ProxiedPractice;
let customer: ProxiedHost;
beforeAll(async () => {
  practice = await startProxiedPractice();
  await practice.cloud.control('POST', '/faults', { pageSizes: { deltaGroups: 20 } });
});
afterAll(() => practice?.dispose());
beforeEach(async () => {
  customer = await startProxiedHost(practice);
  practice.proxy.clear();
});
afterEach(() => customer.host.dispose());

test('through the proxy a connector tests green and syncs, page by page', async () => {
  const { host, tenantId } = customer;
  await host.client.grants.test({ tenantId });
  const { status } = await host.client.tenants.get({ tenantId });
  expect(status).toMatchObject({ kind: 'granted' });
  expect(await customer.sync()).toMatchObject({ state: 'finished', counts: { groups: 60 } });
  const links = practice.proxy.passed.filter(({ path }) => path.includes('$skiptoken'));
  expect(links.length).toBeGreaterThan(0);
});

test('a page that is refused once is asked for again', async () => {
  const rule = practice.proxy.alter({ path: '/users/delta', times: 1, status: 503, body: '' });
  expect(await customer.sync()).toMatchObject({ state: 'finished' });
  expect(rule.hits).toBe(1);
});
