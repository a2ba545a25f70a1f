import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createAdministrator } from '../support/administrator.ts';
import { connectedHost } from '../support/connected-host.ts';
import { simulatedLinks } from '../support/simulated-links.ts';

const here = connectedHost({
  ports: { links: simulatedLinks((url) => void createAdministrator(administrator()).signIn(url)) },
});
let clientId: string;
let profileId: string;

const reading = ['User.Read', 'DelegatedAdminRelationship.Read.All', 'Directory.Read.All'];
const setPermissions = (...names: string[]) =>
  here.cloud.control('POST', `/registrations/${clientId}`, {
    type: 'setPermissions',
    permissions: names.map((name) => ({ name, type: 'delegated' })),
  });

beforeEach(async () => {
  const made = await here.cloud.control('POST', '/tenants/partner/registrations', {
    displayName: 'Northlight Partner Reader',
  });
  clientId = z.object({ clientId: z.string() }).parse(made).clientId;
  await here.cloud.control('POST', `/registrations/${clientId}`, {
    type: 'setRedirects',
    redirectUris: [{ uri: 'http://localhost', platform: 'publicClient' }],
  });
  await setPermissions(...reading);
  profileId = here.profile.id;
});

const administrator = (): string =>
  here.cloud.customer('partner').accounts.find(({ role }) => role === 'globalAdministrator')
    ?.userPrincipalName ?? '';
const setUp = () =>
  here.host.client.partner.setUp({
    clientId,
    domainOrId: here.cloud.customer('partner').primaryDomain,
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
  const changes = await here.host.client.changes(undefined, { signal: leaving.signal });
  const untilTold = async () => {
    for (;;) {
      const next = await changes.next();
      if (next.done || next.value.topic === 'partner') return;
    }
  };
  await setUp();
  await untilTold();
  await here.host.client.partner.signIn();
  await untilTold();
  await here.host.client.partner.remove();
  await untilTold();
  leaving.abort();
  const lines = (await here.host.client.activity.list({})).map(({ action }) => action);
  expect(lines.filter((action) => action.startsWith('partner'))).toEqual([
    'partnerRemoved',
    'partnerSignedIn',
    'partnerSetUp',
  ]);
});

test('the partner’s customers are listed with their relationships, chosen, and added together', async () => {
  await here.host.client.tenants.add({ domainOrId: here.cloud.customer('healthy').primaryDomain });
  expect(await here.host.client.partner.get()).toBeNull();
  expect(await setUp()).toMatchObject({
    clientId,
    tenantId: here.cloud.customer('partner').tenantId,
    account: null,
  });
  expect(await codeOf(here.host.client.partner.customers())).toBe('partner.nobodySignedIn');
  expect(await here.host.client.partner.signIn()).toEqual({ account: administrator() });

  const list = await here.host.client.partner.customers();
  expect(list.unread).toEqual([]);
  const byId = new Map(list.customers.map((customer) => [customer.tenantId, customer]));
  const looked = here.cloud.manifest.tenants.filter(({ key }) => key !== 'partner');
  expect([...byId.keys()].toSorted()).toEqual(looked.map(({ tenantId }) => tenantId).toSorted());
  const healthy = byId.get(here.cloud.customer('healthy').tenantId);
  expect(healthy).toMatchObject({
    hasContract: true,
    here: here.cloud.customer('healthy').primaryDomain,
  });
  expect(healthy?.relationships).toEqual([
    { name: expect.any(String), status: 'active', endsAt: expect.any(String) },
  ]);

  const chosen = ['odd', 'large'].map((key) => here.cloud.customer(key).tenantId);
  const { added } = await here.host.client.partner.add({ listId: list.id, tenantIds: chosen });
  expect(added.map(({ tenantId }) => tenantId)).toEqual(chosen);
  expect(await here.host.client.tenants.list()).toHaveLength(3);
  expect(await codeOf(here.host.client.partner.add({ listId: list.id, tenantIds: chosen }))).toBe(
    'partner.listGone',
  );
});

test('one of the chosen who is here already keeps all of them out', async () => {
  await setUp();
  await here.host.client.partner.signIn();
  const list = await here.host.client.partner.customers();
  await here.host.client.tenants.add({ domainOrId: here.cloud.customer('odd').primaryDomain });
  const tenantIds = ['odd', 'large'].map((key) => here.cloud.customer(key).tenantId);
  expect(await codeOf(here.host.client.partner.add({ listId: list.id, tenantIds }))).toBe(
    'import.addedMeanwhile',
  );
  expect(await here.host.client.tenants.list()).toHaveLength(1);
});

test('the registration is no connector: it is not listed, and the connector’s is refused', async () => {
  await setUp();
  expect((await here.host.client.profiles.list()).map(({ id }) => id)).toEqual([profileId]);
  clientId = here.cloud.manifest.connector.clientId;
  expect(await codeOf(setUp())).toBe('partner.isConnector');
});

test('a registration that may write is refused, and nobody stays signed in', async () => {
  await setPermissions(...reading, 'Directory.ReadWrite.All');
  await setUp();
  expect(await codeOf(here.host.client.partner.signIn())).toBe('partner.mayWrite');
  expect((await here.host.client.partner.get())?.account).toBeNull();
});

test('a permission that is lacking is named; what can be read is shown with what cannot', async () => {
  await setPermissions('User.Read', 'Directory.Read.All');
  await setUp();
  expect(await codeOf(here.host.client.partner.signIn())).toBe('partner.permissionMissing');
  const list = await here.host.client.partner.customers();
  expect(list.unread.map(({ list: name }) => name).toSorted()).toEqual([
    'customers',
    'relationships',
  ]);
  expect(list.customers.length).toBeGreaterThan(0);
  expect(list.customers.every(({ hasContract }) => hasContract)).toBe(true);
});

test('removed, it takes its tokens along; the customers stay', async () => {
  await setUp();
  await here.host.client.partner.signIn();
  const list = await here.host.client.partner.customers();
  const [first] = list.customers;
  await here.host.client.partner.add({ listId: list.id, tenantIds: [first?.tenantId ?? ''] });
  await here.host.client.partner.remove();
  expect(await here.host.client.partner.get()).toBeNull();
  await setUp();
  expect((await here.host.client.partner.get())?.account).toBeNull();
  expect(await here.host.client.tenants.list()).toHaveLength(1);
});
