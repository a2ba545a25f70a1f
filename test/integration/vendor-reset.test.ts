import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Reset, ResetAction } from '../../electron/contract/reset.ts';
import { createAdministrator } from '../support/administrator.ts';
import { connectedHost } from '../support/connected-host.ts';
import { palisadeConsole } from '../support/reset-walk.ts';
import { vendorsClientId, vendorsName } from '../support/vendors-registration.ts';

const second = 1_000;
const by = 'Sanne Visser';
const key = 'healthy';

const here = connectedHost();
let clientId: string;
let tenantId: string;

beforeAll(async () => {
  clientId = await vendorsClientId(here.cloud);
  ({ tenantId } = here.cloud.customer(key));
});
beforeEach(async () => {
  const vendors = await here.host.client.profiles.add({
    name: vendorsName,
    clientId,
    cloud: { kind: 'custom', file: here.cloud.manifest.cloudFile },
    backend: palisadeConsole,
    vendor: { readerId: here.profile.id, consentLink: null },
  });
  await here.host.client.tenants.add({ domainOrId: tenantId, profileId: vendors.id });
});

const change = (type: string, appId = clientId) =>
  here.cloud.control('POST', `/tenants/${key}`, { type, appId });

async function act(action: ResetAction): Promise<Reset> {
  const now = await here.host.client.resets.last({ tenantId });
  if (now === null) throw new Error('no reset was begun');
  return here.host.client.resets.act({ tenantId, version: now.version, action });
}
const check = () => act({ kind: 'check' });

async function passes(step: Reset['state']): Promise<Reset> {
  for (let checks = 0; checks < 20; checks += 1) {
    const now = await check();
    if (now.state !== step) return now;
    here.host.clock.jump(10 * second);
  }
  throw new Error(`The reset does not leave ${step}.`);
}

/** The administrator accepts on the short link, which has no redirect back. */
async function consent(): Promise<void> {
  const { url } = await here.host.client.grants.begin({ tenantId });
  const { accounts } = here.cloud.customer(key);
  const administrator = accounts.find(({ role }) => role === 'globalAdministrator');
  await createAdministrator(administrator?.userPrincipalName ?? '').consent(url, 'accept');
}

const statusKind = async () => (await here.host.client.tenants.get({ tenantId })).status.kind;

/** Grants on record, and starts the reset up to the deletion of the enterprise application. */
async function toDeletion(): Promise<void> {
  await consent();
  await here.host.client.grants.checkNow({ tenantId });
  expect(await statusKind()).toBe('onRecord');
  await here.host.client.resets.begin({ tenantId, by, purpose: 'reset' });
  expect((await act({ kind: 'confirm', by })).state).toBe('deletion');
}

test('the whole way: the reader sees it gone and there again, and it ends granted on record', async () => {
  await toDeletion();
  const before = (await here.host.client.resets.last({ tenantId }))?.before;
  expect(before?.servicePrincipalId).not.toBeNull();
  expect(await check()).toMatchObject({ state: 'deletion', firstRefusedAt: null });

  await change('deletePrincipal');
  const gone = await check();
  expect(gone.state).toBe('settling');
  expect(gone.steps.at(-1)).toMatchObject({
    step: 'deletion',
    outcome: 'done',
    by: null,
    proof: 'notFound',
  });
  expect((await passes('settling')).state).toBe('granting');
  expect((await check()).state).toBe('granting');

  await consent();
  const granted = await check();
  expect(granted.state).toBe('vendorGrant');
  expect(granted.steps.at(-1)).toMatchObject({ step: 'granting', proof: 'here' });
  await act({ kind: 'confirm', by });
  await passes('testing');
  const end = await passes('syncing');
  expect(end.state).toBe('finished');
  expect(end.after?.servicePrincipalId).not.toBe(before?.servicePrincipalId);
  expect(end.after?.sync?.groups).toBeGreaterThan(0);
  expect(await statusKind()).toBe('onRecord');
});

test('the old one restored before it is granted: the reader knows it by its object id', async () => {
  await toDeletion();
  await change('deletePrincipal');
  await passes('deletion');
  await passes('settling');
  await change('restorePrincipal');
  expect(await check()).toMatchObject({ state: 'deletion', note: 'cameBack' });
});

test('a reader that is not granted any more sees nothing gone: it is told, and a person may go on', async () => {
  await toDeletion();
  await change('deletePrincipal', here.cloud.manifest.connector.clientId);
  await expect(check()).rejects.toMatchObject({ data: { code: 'grant.readerNotGranted' } });
  expect((await here.host.client.resets.last({ tenantId }))?.state).toBe('deletion');
  const reason = 'Seen on the customer’s screen';
  const now = await act({ kind: 'override', by, reason });
  expect(now.steps.at(-1)).toMatchObject({ step: 'deletion', outcome: 'overridden', reason });
});

test('without a reader nobody can look: it is told', async () => {
  await toDeletion();
  const { profile } = await here.host.client.tenants.get({ tenantId });
  await here.host.client.vendors.setReader({ profileId: profile.id, readerId: null });
  await expect(check()).rejects.toMatchObject({ data: { code: 'grant.noReader' } });
});

test('without a reader every step can be ended by a person, and nothing is called proven', async () => {
  await toDeletion();
  const { profile } = await here.host.client.tenants.get({ tenantId });
  await here.host.client.vendors.setReader({ profileId: profile.id, readerId: null });
  const reason = 'Seen on the customer’s screen';
  const override = () => act({ kind: 'override', by, reason });
  expect((await override()).state).toBe('settling');
  expect((await passes('settling')).state).toBe('granting');
  await expect(check()).rejects.toMatchObject({ data: { code: 'grant.noReader' } });
  const granted = await override();
  expect(granted.state).toBe('vendorGrant');
  expect(granted.steps.at(-1)).toMatchObject({ step: 'granting', outcome: 'overridden', reason });
  expect((await act({ kind: 'confirm', by })).state).toBe('testing');
  expect((await override()).state).toBe('syncing');
  const end = await override();
  expect(end.state).toBe('finished');
  expect(end.steps).toHaveLength(9);
  expect(end.steps.filter(({ outcome }) => outcome === 'done').map(({ step }) => step)).toEqual([
    'evidence',
    'removal',
    'settling',
  ]);
});
