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
  practice.proxy.clear();
  customer = await startProxiedHost(practice);
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

const filtered = {
  headers: { 'content-type': 'text/html' },
  body: '<html><h1>Blocked by your web filter</h1></html>',
};
const tokenPath = /\/oauth2\/v2\.0\/token/;

test.each([
  ['403 of a web filter', /servicePrincipals\(appId=/, { status: 403, ...filtered }],
  ['404 of a web filter', /servicePrincipals\(appId=/, { status: 404, ...filtered }],
  ['404 without a body', /servicePrincipals\(appId=/, { status: 404, body: '' }],
  [
    '404 of Graph’s that names nothing',
    /servicePrincipals\(appId=/,
    { status: 404, body: { error: { code: 'UnknownError', message: '' } } },
  ],
])('a %s for the enterprise application proves no absence', async (_, path, answer) => {
  const { host, tenantId } = customer;
  await host.client.grants.test({ tenantId });
  const rule = practice.proxy.alter({ path, ...answer });
  const { lastTest: test } = await host.client.grants.test({ tenantId });
  expect(rule.hits).toBeGreaterThan(0);
  const verdicts = test.checks.map(({ verdict }) => verdict);
  expect(verdicts).not.toContain('missing');
  expect((await host.client.tenants.get({ tenantId })).status).toMatchObject({
    kind: 'couldNotTell',
  });
  expect((await host.client.doctor.diagnose({ tenantId })).verdict).toBe('couldNotTell');
});

test.each([
  [200, 'network.intercepted'],
  [403, 'network.intercepted'],
  [503, 'identity.serviceUnavailable'],
])(
  'a page with %i in place of a token is %s, and the last green is not shown',
  async (status, code) => {
    const { host, tenantId } = customer;
    await host.client.grants.test({ tenantId });
    practice.proxy.alter({ method: 'POST', path: tokenPath, status, ...filtered });
    const { lastTest: test } = await host.client.grants.test({ tenantId });
    expect(test.refusal).toMatchObject({ code });
    expect((await host.client.tenants.get({ tenantId })).status).toMatchObject({
      kind: 'couldNotTell',
    });
  },
);

test('a page in place of discovery is no word of Microsoft’s about the tenant', async () => {
  const { host } = customer;
  practice.proxy.alter({ path: 'openid-configuration', status: 403, ...filtered });
  const domainOrId = practice.cloud.customer('healthy').tenantId;
  await expect(host.client.tenants.add({ domainOrId })).rejects.toMatchObject({
    data: { code: 'network.intercepted', params: { status: 403 } },
  });
});

test('a list that a web filter refuses is a gap; one that Graph refuses is not', async () => {
  const path = '/devices';
  const filter = practice.proxy.alter({ path, status: 403, ...filtered });
  expect(await customer.sync()).toMatchObject({ gaps: { lists: ['devices'] } });
  filter.remove();
  const body = { error: { code: 'Authorization_RequestDenied', message: '' } };
  practice.proxy.alter({ path, status: 403, body });
  const run = await customer.sync('full');
  expect(run.gaps?.lists ?? []).toEqual([]);
});

test.each([
  ['found live', /\/users\?%24search|\/users\?\$search/, { values: [] }],
  ['shown live', /\/memberOf\//, { value: [{ id: 7 }] }],
])(
  'people %s in an answer of another shape are an answer that cannot be read, no fault of Evergrant',
  async (_, path, body) => {
    const { host, tenantId } = customer;
    await customer.sync();
    const { rows } = await host.client.people.list({ tenantId, limit: 1 });
    const personId = rows[0]?.id ?? '';
    const rule = practice.proxy.alter({ path, body });
    const asked = path.source.includes('memberOf')
      ? host.client.people.groups({ tenantId, personId, source: 'live' })
      : host.client.people.find({ tenantId, search: 'ada' });
    await expect(asked).rejects.toMatchObject({ data: { code: 'graph.unreadable' } });
    expect(rule.hits).toBe(1);
  },
);

type Row = Readonly<Record<string, unknown>>;
type Page = Readonly<{ value: readonly Row[] }>;

/** The rows of a page, each changed by `change`. */
const rowsWith = (change: (row: Row) => Row) => (page: Page) => ({
  ...page,
  value: page.value.map(change),
});
const stranger = '99999999-0000-4000-8000-000000000001';

test.each([
  [
    'the enterprise application of another',
    'servicePrincipals(appId=',
    (principal: Row) => ('appId' in principal ? { ...principal, appId: stranger } : principal),
  ],
  [
    'roles of another',
    '/appRoleAssignments',
    rowsWith((row) => ({ ...row, principalId: stranger })),
  ],
  [
    'scopes of another',
    '/oauth2PermissionGrants',
    rowsWith((row) => ({ ...row, clientId: stranger })),
  ],
])('%s prove nothing of this connector', async (_, path, body) => {
  const { host, tenantId } = customer;
  const rule = practice.proxy.alter({ path, body });
  await host.client.grants.test({ tenantId });
  expect(rule.hits).toBeGreaterThan(0);
  const { status } = await host.client.tenants.get({ tenantId });
  expect(status).toMatchObject({ kind: 'couldNotTell', reasons: [{ code: 'graph.unreadable' }] });
});

const domainsAs = (change: (domain: Row) => Row) =>
  rowsWith((row) => ({ ...row, verifiedDomains: (row['verifiedDomains'] as Row[]).map(change) }));

test('domains of which none is primary do not take the name of a customer', async () => {
  const { host, tenantId } = customer;
  await host.client.grants.test({ tenantId });
  const { tenant } = await host.client.tenants.get({ tenantId });
  const body = domainsAs((domain) => ({ ...domain, isDefault: false }));
  practice.proxy.alter({ path: '/organization', body });
  const { lastTest: odd } = await host.client.grants.test({ tenantId });
  expect(odd.findings).toEqual([]);
  await customer.sync();
  const now = await host.client.tenants.get({ tenantId });
  expect(now.tenant.primaryDomain).toBe(tenant.primaryDomain);
  expect(now.status).toMatchObject({ kind: 'couldNotTell' });
});

test('domains in capitals are the same domains', async () => {
  const { host, tenantId } = customer;
  await host.client.grants.test({ tenantId });
  const body = domainsAs((domain) => ({ ...domain, name: String(domain['name']).toUpperCase() }));
  practice.proxy.alter({ path: '/organization', body });
  const { lastTest: same } = await host.client.grants.test({ tenantId });
  expect(same.findings).toEqual([]);
  expect((await host.client.doctor.diagnose({ tenantId })).verdict).toBe('nothingToDo');
});
