import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectedHost } from '../support/connected-host.ts';
import {
  palisadeConsole,
  connectorPrincipals,
  createResetWalk,
  refusedCustomer,
} from '../support/reset-walk.ts';
import type { ResetWalk } from '../support/reset-walk.ts';

const second = 1_000;
const by = 'Sanne Visser';

const here = connectedHost({ connector: { backend: palisadeConsole } });
let walk: ResetWalk;
let tenantId: string;

beforeAll(() => {
  walk = createResetWalk(here.cloud, () => here.host);
  ({ tenantId } = walk);
});
beforeEach(async () => {
  await here.host.client.tenants.add({ domainOrId: walk.tenantId });
});

/** The customer's status in the list, which is the same as on its own page. */
async function shownEverywhere(): Promise<unknown> {
  const row = (await here.host.client.tenants.list()).find((one) => one.tenantId === tenantId);
  const { status } = await here.host.client.tenants.get({ tenantId });
  expect(row?.status).toEqual(status);
  return status;
}

test('the whole way: removed, deleted, waited, granted again, proven and synced', async () => {
  const [old] = (await connectorPrincipals(here.cloud)).live;
  const begun = await here.host.client.resets.begin({ tenantId, by });
  expect(begun.state).toBe('vendor');
  const removed = await walk.act({ kind: 'confirm', by });
  expect(removed.state).toBe('deletion');
  expect(await shownEverywhere()).toMatchObject({
    kind: 'resetting',
    reset: { step: 4, of: 9, by, handedOver: false },
  });
  for (const spoiling of [
    () => here.host.client.grants.begin({ tenantId }),
    () => here.host.client.grants.removeHere({ tenantId }),
    () => here.host.client.asked.kit({ tenantId }),
    () => here.host.client.asked.mark({ tenantId }),
  ]) {
    await expect(spoiling()).rejects.toMatchObject({ data: { code: 'reset.open' } });
  }

  await here.host.client.asked.kit({ tenantId, within: 'reset' });

  expect((await walk.check()).firstRefusedAt).toBeNull();
  await walk.remove();
  const gone = await walk.passes('deletion');
  expect(gone.state).toBe('settling');
  expect((await walk.check()).state).toBe('settling');
  await walk.passes('settling');
  expect((await walk.check()).state).toBe('granting');

  await walk.consent();
  expect((await walk.passes('granting')).state).toBe('vendorGrant');
  await walk.act({ kind: 'confirm', by });
  await walk.passes('testing');
  const end = await walk.passes('syncing');
  expect(end.state).toBe('finished');
  expect(await shownEverywhere()).toMatchObject({ kind: 'granted', stale: false });

  const [fresh] = (await connectorPrincipals(here.cloud)).live;
  expect(fresh).not.toBe(old);
  expect(end.after).toMatchObject({
    servicePrincipalId: fresh,
    primaryDomain: here.cloud.customer(refusedCustomer).primaryDomain,
    permissions: end.after?.permissions.map(({ name }) => ({ name, verdict: 'proven' })),
  });
  expect(end.after?.sync?.groups).toBeGreaterThan(0);
  expect(end.steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
    'vendor confirmed',
    'evidence done',
    'removal done',
    'deletion done',
    'settling done',
    'granting done',
    'vendorGrant confirmed',
    'testing done',
    'syncing done',
  ]);
  const deletion = end.steps.find(({ step }) => step === 'deletion');
  const settling = end.steps.find(({ step }) => step === 'settling');
  const waited = Date.parse(settling?.at ?? '') - Date.parse(deletion?.at ?? '');
  expect(waited).toBeGreaterThanOrEqual(30 * second);
  expect((await here.host.client.tenants.get({ tenantId })).status.kind).toBe('granted');
});

test('closed and opened again at every step: each thing is done once, and no step is skipped', async () => {
  await here.host.client.resets.begin({ tenantId, by });
  const again = async (): Promise<void> => {
    here.host = await here.host.restart();
  };
  await again();
  await walk.act({ kind: 'confirm', by });
  await again();
  await walk.remove();
  await walk.check();
  await again();
  here.host.clock.jump(10 * second);
  await walk.passes('deletion');
  await again();
  await walk.passes('settling');
  await again();
  await walk.consent();
  await walk.passes('granting');
  await again();
  await walk.act({ kind: 'confirm', by });
  await walk.passes('testing');
  await again();
  const end = await walk.passes('syncing');
  expect(end.state).toBe('finished');
  expect(end.steps).toHaveLength(9);
  const activity = await here.host.client.activity.list({ tenantId, limit: 200 });
  const times = (action: string) => activity.filter((entry) => entry.action === action).length;
  expect([times('resetBegun'), times('grantRemovedHere'), times('resetEnded')]).toEqual([1, 1, 1]);
});

test('the evidence is of now: one that somebody granted anew since the last test is the one to delete', async () => {
  const healthy = createResetWalk(here.cloud, () => here.host, 'healthy');
  await here.host.client.tenants.add({ domainOrId: healthy.tenantId });
  const { lastTest: tested } = await here.host.client.grants.test({ tenantId: healthy.tenantId });
  await healthy.remove();
  await healthy.consentElsewhere();
  const [live] = (await connectorPrincipals(here.cloud, 'healthy')).live;
  expect(live).not.toBe(tested.servicePrincipalId);
  await here.host.client.resets.begin({ tenantId: healthy.tenantId, by });
  const { before, portalPage } = await healthy.act({ kind: 'confirm', by });
  expect(before?.servicePrincipalId).toBe(live);
  expect(portalPage).toContain(live);
});

test('a clock that was set back after the grant does not hold the sync', async () => {
  await here.host.client.resets.begin({ tenantId, by });
  await walk.act({ kind: 'confirm', by });
  await walk.remove();
  await walk.passes('deletion');
  await walk.passes('settling');
  here.host.clock.jump(60 * 60 * second);
  await walk.consent();
  await walk.passes('granting');
  await walk.act({ kind: 'confirm', by });
  here.host = await here.host.restart();
  await walk.passes('testing');
  expect(await walk.check()).toMatchObject({ state: 'finished' });
});

describe('what can go differently', () => {
  const toDeletion = async (): Promise<void> => {
    await here.host.client.resets.begin({ tenantId, by });
    await walk.act({ kind: 'confirm', by });
  };

  test('a deletion that has not reached Microsoft everywhere: one answer between two refusals begins anew', async () => {
    await toDeletion();
    await walk.remove();
    expect((await walk.check()).firstRefusedAt).not.toBeNull();
    await walk.consentElsewhere();
    expect(await walk.check()).toMatchObject({ state: 'deletion', firstRefusedAt: null });
  });

  test('someone else grants meanwhile: it is taken as granted, and the report says by whom not', async () => {
    await toDeletion();
    await walk.remove();
    await walk.passes('deletion');
    await walk.passes('settling');
    await walk.consentElsewhere();
    const now = await walk.passes('granting');
    expect(now.steps.at(-1)).toMatchObject({ step: 'granting', proof: 'elsewhere', by: null });
  });

  test('a deletion that cannot be checked is confirmed by a person, with the reason on record', async () => {
    await toDeletion();
    const reason = 'Seen on the customer’s screen';
    const now = await walk.act({ kind: 'override', by, reason });
    expect(now.state).toBe('settling');
    expect(now.steps.at(-1)).toMatchObject({ step: 'deletion', outcome: 'overridden', by, reason });
  });

  test('abandoned: it says in what state the tenant is left, and a new reset may begin', async () => {
    await toDeletion();
    const left = await walk.act({ kind: 'abandon', by, reason: 'The customer hung up' });
    expect(left).toMatchObject({ state: 'abandoned', abandoned: { leftIn: 'removedHere', by } });
    await expect(walk.act({ kind: 'check' })).rejects.toMatchObject({
      data: { code: 'reset.none' },
    });
    expect((await here.host.client.resets.begin({ tenantId, by })).state).toBe('vendor');
  });

  test('two windows: whoever looked at an older version is told', async () => {
    const begun = await here.host.client.resets.begin({ tenantId, by });
    await walk.act({ kind: 'confirm', by });
    await expect(
      here.host.client.resets.act({ tenantId, version: begun.version, action: { kind: 'check' } }),
    ).rejects.toMatchObject({ data: { code: 'reset.movedOn' } });
    await expect(here.host.client.resets.begin({ tenantId, by })).rejects.toMatchObject({
      data: { code: 'reset.running' },
    });
  });
});
