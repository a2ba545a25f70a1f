import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProxiedHost, startProxiedPractice } from '../support/proxied-practice.ts';
import type { ProxiedHost, ProxiedPractice } from '../support/proxied-practice.ts';

let practice: ProxiedPractice;
let customer: ProxiedHost;

beforeAll(async () => {
  practice = await startProxiedPractice(['--groups', '10', '--memberships', '10']);
  customer = await startProxiedHost(practice, 'neverGranted');
});
afterAll(async () => {
  await customer?.host.dispose();
  await practice?.dispose();
});

test('of two who ask for the same test, one may leave: the other’s result is recorded', async () => {
  const { host, tenantId } = customer;
  const held = practice.proxy.alter({ method: 'POST', path: '/oauth2/v2.0/token', hold: true });
  const leaving = new AbortController();
  const left = host.client.grants.test({ tenantId }, { signal: leaving.signal });
  const stays = host.client.grants.test({ tenantId });
  await held.reached;
  leaving.abort(new Error('left'));
  await expect(left).rejects.toMatchObject({ data: { code: 'cancelled' } });
  held.remove();

  const { id } = (await stays).lastTest;
  expect(held.hits).toBe(1);
  expect((await host.client.tenants.get({ tenantId })).lastTest?.id).toBe(id);
  expect(await host.client.activity.list({ tenantId })).toMatchObject([
    { action: 'tested', result: 'notGranted' },
    { action: 'tenantAdded' },
  ]);
});
