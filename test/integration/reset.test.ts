import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Reset, ResetAction } from '../../electron/contract/reset.ts';
import { createAdministrator } from '../support/administrator.ts';
import { startEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';

const second = 1_000;
const by = 'Sanne Visser';
const key = 'domainRefused';

let cloud: PracticeCloud;
let host: EngineHost;
let tenantId: string;

beforeAll(async () => {
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '100'] });
});
afterAll(() => cloud?.dispose());

beforeEach(async () => {
  await cloud.control('POST', '/reset');
  await cloud.control('POST', '/settings', {
    effect: { principal: 0, token: 0, graph: 0, index: 0 },
  });
  host = await startEngineHost();
  const { connector, cloudFile } = cloud.manifest;
  await host.client.profiles.add({
    name: connector.name,
    clientId: connector.clientId,
    cloud: { kind: 'custom', file: cloudFile },
    backend: { name: 'Palisade console', words: 'Settings → Azure AD → Remove Grant' },
    credential: { kind: 'certificate', pem: await readFile(connector.certificateFile, 'utf8') },
  });
  ({ tenantId } = cloud.customer(key));
  await host.client.tenants.add({ domainOrId: tenantId });
});
afterEach(() => host.dispose());

/** What an administrator does in the customer's tenant. */
const change = (body: Record<string, unknown>) =>
  cloud.control('POST', `/tenants/${key}`, { appId: cloud.manifest.connector.clientId, ...body });

/** Does one thing about the reset as it stands. */
async function act(action: ResetAction): Promise<Reset> {
  const now = await host.client.resets.last({ tenantId });
  if (now === null) throw new Error('no reset was begun');
  return host.client.resets.act({ tenantId, version: now.version, action });
}
const check = () => act({ kind: 'check' });

const administrator = () =>
  createAdministrator(
    cloud.customer(key).accounts.find(({ role }) => role === 'globalAdministrator')
      ?.userPrincipalName ?? '',
  );

/** The administrator consents on Microsoft's page. */
async function consent(): Promise<void> {
  const { url } = await host.client.grants.begin({ tenantId });
  await administrator().consent(url, 'accept');
}

/** Checks until the reset leaves this step; time passes between the checks. */
async function passes(step: Reset['state']): Promise<Reset> {
  for (let checks = 0; checks < 20; checks += 1) {
    const now = await check();
    if (now.state !== step) return now;
    host.clock.jump(10 * second);
  }
  throw new Error(`The reset does not leave ${step}.`);
}

/** The principals that the practice cloud has on record for the connector. */
async function principals(): Promise<{ live: string[]; deleted: string[] }> {
  const record = (await cloud.control('GET', `/tenants/${key}`)) as {
    readonly servicePrincipals: readonly { objectId: string; appId: string; deletedAt?: unknown }[];
    readonly deletedServicePrincipals?: readonly { objectId: string; appId: string }[];
  };
  const { clientId } = cloud.manifest.connector;
  const of = (rows: readonly { objectId: string; appId: string }[]) =>
    rows.filter(({ appId }) => appId === clientId).map(({ objectId }) => objectId);
  return { live: of(record.servicePrincipals), deleted: of(record.deletedServicePrincipals ?? []) };
}

test('the whole way: removed, deleted, waited, granted again, proven and synced', async () => {
  const [old] = (await principals()).live;
  const begun = await host.client.resets.begin({ tenantId, by });
  expect(begun.state).toBe('vendor');
  const removed = await act({ kind: 'confirm', by });
  expect(removed.state).toBe('deletion');
  expect((await host.client.tenants.get({ tenantId })).status.kind).toBe('removed');

  expect((await check()).firstRefusedAt).toBeNull();
  await change({ type: 'deletePrincipal' });
  const gone = await passes('deletion');
  expect(gone.state).toBe('settling');
  expect((await check()).state).toBe('settling');
  await passes('settling');
  expect((await check()).state).toBe('granting');

  await consent();
  expect((await passes('granting')).state).toBe('vendorGrant');
  await act({ kind: 'confirm', by });
  await passes('testing');
  const end = await passes('syncing');
  expect(end.state).toBe('finished');

  const [fresh] = (await principals()).live;
  expect(fresh).not.toBe(old);
  expect(end.after).toMatchObject({
    servicePrincipalId: fresh,
    primaryDomain: cloud.customer(key).primaryDomain,
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
  expect((await host.client.tenants.get({ tenantId })).status.kind).toBe('granted');
});

test('closed and opened again at every step: each thing is done once, and no step is skipped', async () => {
  await host.client.resets.begin({ tenantId, by });
  const again = async (): Promise<void> => {
    host = await host.restart();
  };
  await again();
  await act({ kind: 'confirm', by });
  await again();
  await change({ type: 'deletePrincipal' });
  await check();
  await again();
  host.clock.jump(10 * second);
  await passes('deletion');
  await again();
  await passes('settling');
  await again();
  await consent();
  await passes('granting');
  await again();
  await act({ kind: 'confirm', by });
  await passes('testing');
  await again();
  const end = await passes('syncing');
  expect(end.state).toBe('finished');
  expect(end.steps).toHaveLength(9);
  const activity = await host.client.activity.list({ tenantId, limit: 200 });
  const times = (action: string) => activity.filter((entry) => entry.action === action).length;
  expect([times('resetBegun'), times('grantRemovedHere'), times('resetEnded')]).toEqual([1, 1, 1]);
});

describe('what can go differently', () => {
  const toDeletion = async (): Promise<void> => {
    await host.client.resets.begin({ tenantId, by });
    await act({ kind: 'confirm', by });
  };

  test('a deletion that has not reached Microsoft everywhere: one answer between two refusals begins anew', async () => {
    await toDeletion();
    await change({ type: 'deletePrincipal' });
    expect((await check()).firstRefusedAt).not.toBeNull();
    await consent();
    expect(await check()).toMatchObject({ state: 'deletion', firstRefusedAt: null });
  });

  test('someone else grants meanwhile: it is taken as granted, and the report says by whom not', async () => {
    await toDeletion();
    await change({ type: 'deletePrincipal' });
    await passes('deletion');
    await passes('settling');
    const file = z
      .object({ browserBaseUrl: z.string() })
      .parse(JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8')));
    const { clientId } = cloud.manifest.connector;
    await administrator().consent(
      `${file.browserBaseUrl}/${tenantId}/adminconsent?client_id=${clientId}`,
      'accept',
    );
    const now = await passes('granting');
    expect(now.steps.at(-1)).toMatchObject({ step: 'granting', proof: 'elsewhere', by: null });
  });

  test('a deletion that cannot be checked is confirmed by a person, with the reason on record', async () => {
    await toDeletion();
    const reason = 'Seen on the customer’s screen';
    const now = await act({ kind: 'override', by, reason });
    expect(now.state).toBe('settling');
    expect(now.steps.at(-1)).toMatchObject({ step: 'deletion', outcome: 'overridden', by, reason });
  });

  test('abandoned: it says in what state the tenant is left, and a new reset may begin', async () => {
    await toDeletion();
    const left = await act({ kind: 'abandon', by, reason: 'The customer hung up' });
    expect(left).toMatchObject({ state: 'abandoned', abandoned: { leftIn: 'removedHere', by } });
    await expect(act({ kind: 'check' })).rejects.toMatchObject({ data: { code: 'reset.none' } });
    expect((await host.client.resets.begin({ tenantId, by })).state).toBe('vendor');
  });

  test('two windows: whoever looked at an older version is told', async () => {
    const begun = await host.client.resets.begin({ tenantId, by });
    await act({ kind: 'confirm', by });
    await expect(
      host.client.resets.act({ tenantId, version: begun.version, action: { kind: 'check' } }),
    ).rejects.toMatchObject({ data: { code: 'reset.movedOn' } });
    await expect(host.client.resets.begin({ tenantId, by })).rejects.toMatchObject({
      data: { code: 'reset.running' },
    });
  });
});
