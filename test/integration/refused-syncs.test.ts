import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GrantStatus } from '../../electron/contract/grant.ts';
import { startProxiedHost, startProxiedPractice } from '../support/proxied-practice.ts';
import type { ProxiedHost, ProxiedPractice } from '../support/proxied-practice.ts';

let practice: ProxiedPractice;
let customer: ProxiedHost;

beforeAll(async () => {
  practice = await startProxiedPractice(['--groups', '10', '--memberships', '10']);
  customer = await startProxiedHost(practice, 'healthy');
});
afterAll(async () => {
  await customer?.host.dispose();
  await practice?.dispose();
});

const status = async (): Promise<Pick<GrantStatus, 'kind' | 'stale'>> => {
  const { kind, stale } = (await customer.host.client.tenants.get({ tenantId: customer.tenantId }))
    .status;
  return { kind, stale };
};

test('a green that a sync contradicted stays outlined until a sync or a test proves it again', async () => {
  const { host, tenantId, sync } = customer;
  const [solid, outlined] = [
    { kind: 'granted', stale: false },
    { kind: 'granted', stale: true },
  ];
  await host.client.grants.test({ tenantId });
  expect(await status()).toEqual(solid);

  const body = { error: { code: 'Authorization_RequestDenied', message: 'x' } };
  const denied = practice.proxy.alter({ path: '/users/delta', status: 403, body });
  expect((await sync()).state).toBe('failed');
  denied.remove();
  expect(await status()).toEqual(outlined);

  const held = practice.proxy.alter({ path: '/users/delta', hold: true });
  await host.client.syncs.start({ tenantId });
  await held.reached;
  expect(await status()).toEqual(outlined);
  await host.client.syncs.cancel({ tenantId });
  held.remove();
  expect((await host.client.syncs.last({ tenantId }))?.state).toBe('cancelled');
  expect(await status()).toEqual(outlined);

  const unreadable = practice.proxy.alter({ path: '/users/delta', body: 'not a page' });
  expect((await sync('full')).state).toBe('failed');
  unreadable.remove();
  expect(await status()).toEqual(outlined);

  expect((await sync()).state).toBe('finished');
  expect(await status()).toEqual(solid);
});
