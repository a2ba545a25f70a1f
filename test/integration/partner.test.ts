import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createAdministrator } from '../support/administrator.ts';
import { startEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { simulatedLinks } from '../support/simulated-links.ts';

let cloud: PracticeCloud;
let host: EngineHost;
let clientId: string;
let profileId: string;

const reading = ['User.Read', 'DelegatedAdminRelationship.Read.All', 'Directory.Read.All'];
const setPermissions = (...names: string[]) =>
  cloud.control('POST', `/registrations/${clientId}`, {
    type: 'setPermissions',
    permissions: names.map((name) => ({ name, type: 'delegated' })),
  });

beforeAll(async () => {
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '100'] });
});
afterAll(() => cloud?.dispose());

beforeEach(async () => {
  await cloud.control('POST', '/reset');
  await cloud.control('POST', '/settings', {
    effect: { principal: 0, token: 0, graph: 0, index: 0 },
  });
  const made = await cloud.control('POST', '/tenants/partner/registrations', {
    displayName: 'Northlight Partner Reader',
  });
  clientId = z.object({ clientId: z.string() }).parse(made).clientId;
  await cloud.control('POST', `/registrations/${clientId}`, {
    type: 'setRedirects',
    redirectUris: [{ uri: 'http://localhost', platform: 'publicClient' }],
  });
  await setPermissions(...reading);
  host = await startEngineHost({
    links: simulatedLinks((url) => void createAdministrator(administrator()).signIn(url)),
  });
  const { connector, cloudFile } = cloud.manifest;
  const profile = await host.client.profiles.add({
    name: connector.name,
    clientId: connector.clientId,
    cloud: { kind: 'custom', file: cloudFile },
    credential: { kind: 'certificate', pem: await readFile(connector.certificateFile, 'utf8') },
  });
  profileId = profile.id;
});
afterEach(() => host.dispose());

const administrator = (): string =>
  cloud.customer('partner').accounts.find(({ role }) => role === 'globalAdministrator')
    ?.userPrincipalName ?? '';
const setUp = () =>
  host.client.partner.setUp({
    clientId,
    domainOrId: cloud.customer('partner').primaryDomain,
    profileId,
  });
const codeOf = async (call: Promise<unknown>): Promise<string | null> => {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return (
    z.object({ data: z.object({ code: z.string() }) }).safeParse(error).data?.data.code ?? null
  );
};

test('what is done with the partner list is on record, and other windows follow', async () => {
  const leaving = new AbortController();
  const changes = await host.client.changes(undefined, { signal: leaving.signal });
  const untilTold = async () => {
    for (;;) {
      const next = await changes.next();
      if (next.done || next.value.topic === 'partner') return;
    }
  };
  await setUp();
  await untilTold();
  await host.client.partner.signIn();
  await untilTold();
  await host.client.partner.remove();
  await untilTold();
  leaving.abort();
  const lines = (await host.client.activity.list({})).map(({ action }) => action);
  expect(lines.filter((action) => action.startsWith('partner'))).toEqual([
    'partnerRemoved',
    'partnerSignedIn',
    'partnerSetUp',
  ]);
});

test('the partner’s customers are listed with their relationships, chosen, and added together', async () => {
  await host.client.tenants.add({ domainOrId: cloud.customer('healthy').primaryDomain });
  expect(await host.client.partner.get()).toBeNull();
  expect(await setUp()).toMatchObject({
    clientId,
    tenantId: cloud.customer('partner').tenantId,
    account: null,
  });
  expect(await codeOf(host.client.partner.customers())).toBe('partner.nobodySignedIn');
  expect(await host.client.partner.signIn()).toEqual({ account: administrator() });

  const list = await host.client.partner.customers();
  expect(list.unread).toEqual([]);
  const byId = new Map(list.customers.map((customer) => [customer.tenantId, customer]));
  const looked = cloud.manifest.tenants.filter(({ key }) => key !== 'partner');
  expect([...byId.keys()].toSorted()).toEqual(looked.map(({ tenantId }) => tenantId).toSorted());
  const healthy = byId.get(cloud.customer('healthy').tenantId);
  expect(healthy).toMatchObject({
    hasContract: true,
    here: cloud.customer('healthy').primaryDomain,
  });
  expect(healthy?.relationships).toEqual([
    { name: expect.any(String), status: 'active', endsAt: expect.any(String) },
  ]);

  const chosen = ['odd', 'large'].map((key) => cloud.customer(key).tenantId);
  const { added } = await host.client.partner.add({ listId: list.id, tenantIds: chosen });
  expect(added.map(({ tenantId }) => tenantId)).toEqual(chosen);
  expect(await host.client.tenants.list()).toHaveLength(3);
  expect(await codeOf(host.client.partner.add({ listId: list.id, tenantIds: chosen }))).toBe(
    'partner.listGone',
  );
});

test('one of the chosen who is here already keeps all of them out', async () => {
  await setUp();
  await host.client.partner.signIn();
  const list = await host.client.partner.customers();
  await host.client.tenants.add({ domainOrId: cloud.customer('odd').primaryDomain });
  const tenantIds = ['odd', 'large'].map((key) => cloud.customer(key).tenantId);
  expect(await codeOf(host.client.partner.add({ listId: list.id, tenantIds }))).toBe(
    'import.addedMeanwhile',
  );
  expect(await host.client.tenants.list()).toHaveLength(1);
});

test('the registration is no connector: it is not listed, and the connector’s is refused', async () => {
  await setUp();
  expect((await host.client.profiles.list()).map(({ id }) => id)).toEqual([profileId]);
  clientId = cloud.manifest.connector.clientId;
  expect(await codeOf(setUp())).toBe('partner.isConnector');
});

test('a registration that may write is refused, and nobody stays signed in', async () => {
  await setPermissions(...reading, 'Directory.ReadWrite.All');
  await setUp();
  expect(await codeOf(host.client.partner.signIn())).toBe('partner.mayWrite');
  expect((await host.client.partner.get())?.account).toBeNull();
});

test('a permission that is lacking is named; what can be read is shown with what cannot', async () => {
  await setPermissions('User.Read', 'Directory.Read.All');
  await setUp();
  expect(await codeOf(host.client.partner.signIn())).toBe('partner.permissionMissing');
  const list = await host.client.partner.customers();
  expect(list.unread.map(({ list: name }) => name).toSorted()).toEqual([
    'customers',
    'relationships',
  ]);
  expect(list.customers.length).toBeGreaterThan(0);
  expect(list.customers.every(({ hasContract }) => hasContract)).toBe(true);
});

test('removed, it takes its tokens along; the customers stay', async () => {
  await setUp();
  await host.client.partner.signIn();
  const list = await host.client.partner.customers();
  const [first] = list.customers;
  await host.client.partner.add({ listId: list.id, tenantIds: [first?.tenantId ?? ''] });
  await host.client.partner.remove();
  expect(await host.client.partner.get()).toBeNull();
  await setUp();
  expect((await host.client.partner.get())?.account).toBeNull();
  expect(await host.client.tenants.list()).toHaveLength(1);
});
