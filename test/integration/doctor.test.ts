import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Connection } from '../../electron/contract/contract.ts';
import { createAdministrator } from '../support/administrator.ts';
import { connectedHost, takesEffectAfter } from '../support/connected-host.ts';

const directoryReadAll = '7ab1d382-f21e-4acd-a863-ba3e13f7da61';
const directoryReadWriteAll = '19dbc75e-c2e2-444c-a770-ec69d8559fc7';
const userReadAll = 'df021288-bdef-4463-88db-98f22de89214';
const graphFault = { type: 'error', status: 503, code: 'serviceUnavailable', count: 'always' };
const minute = 60_000;

const here = connectedHost();

async function add(key: string): Promise<string> {
  const { tenantId, primaryDomain } = here.cloud.customer(key);
  await here.host.client.tenants.add({ domainOrId: primaryDomain });
  return tenantId;
}

/** Changes made by an administrator without Evergrant. */
const change = (key: string, body: Record<string, unknown>) =>
  here.cloud.control('POST', `/tenants/${key}`, {
    appId: here.cloud.manifest.connector.clientId,
    ...body,
  });

/** The customer makes another domain their primary domain. */
async function rename(key: string, domain: string): Promise<void> {
  await here.cloud.control('POST', `/tenants/${key}`, { type: 'addDomain', domain });
  await here.cloud.control('POST', `/tenants/${key}`, { type: 'makePrimary', domain });
}

const diagnose = (tenantId: string, newDomain?: string) =>
  here.host.client.doctor.diagnose({ tenantId, ...(newDomain !== undefined && { newDomain }) });

async function until(
  tenantId: string,
  isWanted: (connection: Connection) => Promise<boolean> | boolean,
): Promise<void> {
  const leaving = new AbortController();
  const changes = await here.host.client.changes(undefined, { signal: leaving.signal });
  try {
    while (!(await isWanted(await here.host.client.tenants.get({ tenantId }))))
      await changes.next();
  } finally {
    leaving.abort();
  }
}

/** Grants again without deleting anything, and lets half an hour pass. */
async function grantAgain(key: string, tenantId: string): Promise<void> {
  const administrator = here.cloud
    .customer(key)
    .accounts.find(({ role }) => role === 'globalAdministrator');
  const { url } = await here.host.client.grants.begin({ tenantId });
  await createAdministrator(administrator?.userPrincipalName ?? '').consent(url, 'accept');
  await until(tenantId, ({ attempt }) => {
    here.host.clock.jump(minute);
    return attempt?.endedAt !== null;
  });
}

describe('a customer whose primary domain changed without harm', () => {
  test('needs nothing: the new name is shown, and no reset is pressed on them', async () => {
    const tenantId = await add('healthy');
    await here.host.client.grants.test({ tenantId });
    const old = here.cloud.customer('healthy').primaryDomain;
    await rename('healthy', 'alderbrook-vets.example');

    const found = await diagnose(tenantId);
    expect(found).toMatchObject({
      verdict: 'labelRefreshed',
      params: { from: old, to: 'alderbrook-vets.example' },
      domainChanged: true,
      asksForDomain: false,
    });
    expect(found.lookUps.map(({ role, outcome }) => `${role} ${outcome}`).sort()).toEqual([
      'before thisTenant',
      'now thisTenant',
    ]);
    const { tenant, status } = await here.host.client.tenants.get({ tenantId });
    expect(tenant.primaryDomain).toBe('alderbrook-vets.example');
    expect(status).toMatchObject({ kind: 'granted', stale: false });
    expect((await diagnose(tenantId)).verdict).toBe('nothingToDo');
  });

  test('is noticed by an ordinary test, and judged without being asked', async () => {
    const tenantId = await add('healthy');
    await here.host.client.grants.test({ tenantId });
    await rename('healthy', 'alderbrook-vets.example');
    const { id } = (await here.host.client.grants.test({ tenantId })).lastTest;
    await until(tenantId, async () => {
      const last = await here.host.client.doctor.last({ tenantId });
      return last?.test.id === id;
    });
    expect(await here.host.client.doctor.last({ tenantId })).toMatchObject({
      verdict: 'labelRefreshed',
      domainChanged: true,
    });
    const activity = await here.host.client.activity.list({ tenantId });
    expect(activity.filter(({ action }) => action === 'diagnosed')).toHaveLength(1);
  });
});

test('a sync notices the new primary domain too: on the customer, in the list, in activity', async () => {
  const tenantId = await add('healthy');
  await here.host.client.grants.test({ tenantId });
  await rename('healthy', 'alderbrook-vets.example');
  await here.host.client.syncs.start({ tenantId });
  for await (const _ of await here.host.client.syncs.watch({ tenantId }));
  const params = {
    from: here.cloud.customer('healthy').primaryDomain,
    to: 'alderbrook-vets.example',
  };
  const [row] = await here.host.client.tenants.list();
  expect(row).toMatchObject({
    primaryDomain: params.to,
    status: {
      kind: 'granted',
      attention: [
        { kind: 'primaryDomainChanged', params },
        { kind: 'domainsChanged', params: { added: params.to, removed: '' } },
      ],
    },
  });
  const activity = await here.host.client.activity.list({ tenantId });
  const told = (action: string) => activity.filter((entry) => entry.action === action);
  expect(told('primaryDomainChanged').map((entry) => entry.params)).toEqual([params]);
  expect(told('domainsChanged').map((entry) => entry.params)).toEqual([
    { added: params.to, removed: '' },
  ]);
});

test('what a sync noticed is judged by the doctor without being asked, once', async () => {
  const tenantId = await add('healthy');
  await here.host.client.grants.test({ tenantId });
  await rename('healthy', 'alderbrook-vets.example');
  await here.host.client.syncs.start({ tenantId });
  for await (const _ of await here.host.client.syncs.watch({ tenantId }));
  await until(tenantId, async () => (await here.host.client.doctor.last({ tenantId })) !== null);
  expect(await here.host.client.doctor.last({ tenantId })).toMatchObject({
    verdict: 'labelRefreshed',
    domainChanged: true,
  });
  await here.host.client.tenants.edit({ tenantId, notes: 'The vets renamed themselves' });
  await here.host.client.grants.test({ tenantId });
  const activity = await here.host.client.activity.list({ tenantId });
  expect(activity.filter(({ action }) => action === 'diagnosed')).toHaveLength(1);
});

test('a domain that is verified or gone is noticed, though the primary one stayed', async () => {
  const tenantId = await add('healthy');
  await here.host.client.grants.test({ tenantId });
  await here.cloud.control('POST', '/tenants/healthy', {
    type: 'addDomain',
    domain: 'alderbrook-vets.example',
  });
  const { findings } = (await here.host.client.grants.test({ tenantId })).lastTest;
  expect(findings).toEqual([
    { kind: 'domainsChanged', params: { added: 'alderbrook-vets.example', removed: '' } },
  ]);
  const [row] = await here.host.client.tenants.list();
  expect(row?.status).toMatchObject({ kind: 'granted', stale: false, attention: findings });
});

describe('a customer whose connector is refused since the domain changed', () => {
  test('is asked for the new domain, granted again in place, and reset only when that did not help', async () => {
    const tenantId = await add('domainRefused');
    const first = await diagnose(tenantId);
    expect(first).toMatchObject({ verdict: 'grantAgain', asksForDomain: true, now: null });

    const { primaryDomain } = here.cloud.customer('domainRefused');
    const told = await diagnose(tenantId, primaryDomain);
    expect(told.lookUps[0]).toMatchObject({ domain: primaryDomain, outcome: 'thisTenant' });
    const stranger = await diagnose(tenantId, here.cloud.customer('healthy').primaryDomain);
    expect(stranger.lookUps[0]).toMatchObject({
      outcome: 'otherTenant',
      leadsTo: here.cloud.customer('healthy').tenantId,
    });
    expect((await diagnose(tenantId, 'nobody.example')).lookUps[0]?.outcome).toBe('nowhere');

    await grantAgain('domainRefused', tenantId);
    expect((await diagnose(tenantId)).verdict).toBe('reset');
  });
});

describe('other causes', () => {
  test.each([
    ['never granted', 'neverGranted', [], 'notGranted'],
    ['gone', 'healthy', [{ type: 'deletePrincipal' }], 'notGranted'],
    ['switched off', 'healthy', [{ type: 'setEnabled', enabled: false }], 'principalDisabled'],
    [
      'assignment required',
      'healthy',
      [{ type: 'setAssignmentRequired', required: true }],
      'assignmentRequired',
    ],
    [
      'a permission taken away',
      'healthy',
      [{ type: 'setScopes', scopes: ['User.Read'] }],
      'incomplete',
    ],
    [
      'a permission that may write',
      'healthy',
      [{ type: 'addAppRole', appRoleId: directoryReadWriteAll }],
      'mayWrite',
    ],
    [
      'the application permission taken away',
      'healthy',
      [{ type: 'removeAppRole', appRoleId: directoryReadAll }],
      'incomplete',
    ],
    [
      'a permission that only reads, and nobody needs',
      'healthy',
      [{ type: 'addAppRole', appRoleId: userReadAll }],
      'extraReadingPermission',
    ],
    [
      'one that nobody needs, beside one that is missing: the missing one is the cause',
      'healthy',
      [
        { type: 'addAppRole', appRoleId: userReadAll },
        { type: 'setScopes', scopes: ['User.Read'] },
      ],
      'incomplete',
    ],
    [
      'assignment required, beside a permission that is missing: the missing one is the cause',
      'healthy',
      [
        { type: 'setAssignmentRequired', required: true },
        { type: 'setScopes', scopes: ['User.Read'] },
      ],
      'incomplete',
    ],
  ] as const)('%s', async (_, key, changes, verdict) => {
    const tenantId = await add(key);
    await here.host.client.grants.test({ tenantId });
    for (const body of changes) await change(key, body);
    expect((await diagnose(tenantId)).verdict).toBe(verdict);
  });

  test('consent that one person gave for themselves', async () => {
    const tenantId = await add('healthy');
    await here.host.client.grants.test({ tenantId });
    const [account] = here.cloud.customer('healthy').accounts;
    const person = z
      .object({ id: z.string() })
      .parse(
        await here.cloud.control(
          'GET',
          `/tenants/healthy/people/${account?.userPrincipalName ?? ''}`,
        ),
      );
    await change('healthy', { type: 'setScopes', scopes: ['User.Read'] });
    await change('healthy', {
      type: 'setScopes',
      scopes: ['GroupMember.Read.All'],
      userId: person.id,
    });
    expect(await diagnose(tenantId)).toMatchObject({
      verdict: 'consentByOneUserOnly',
      params: { permissions: 'GroupMember.Read.All' },
    });
  });

  test('a Conditional Access policy that blocks workload identities', async () => {
    const tenantId = await add('healthy');
    await here.host.client.grants.test({ tenantId });
    const body = { type: 'setSignInRule', rule: 'blockApps' };
    await here.cloud.control('POST', '/tenants/healthy', body);
    expect(await diagnose(tenantId)).toMatchObject({
      verdict: 'signInRule',
      params: { code: 'AADSTS53003' },
    });
    await here.cloud.control('POST', '/tenants/healthy', { type: 'clearSignInRules' });
    expect((await diagnose(tenantId)).verdict).toBe('nothingToDo');
  });

  test('a certificate that has ended', async () => {
    const tenantId = await add('healthy');
    await here.host.client.grants.test({ tenantId });
    const { clientId } = here.cloud.manifest.connector;
    const body = { type: 'expire', kind: 'certificates' };
    await here.cloud.control('POST', `/registrations/${clientId}`, body);
    expect(await diagnose(tenantId)).toMatchObject({
      verdict: 'credentialFault',
      params: { code: 'AADSTS700027' },
    });
  });

  test.each([
    ['nobody answers', { type: 'drop', endpoint: 'organization', count: 'always' }],
    ['Graph is out of order', { ...graphFault, endpoint: 'organization' }],
    ['one of the lists cannot be read', { ...graphFault, endpoint: 'servicePrincipals/*' }],
    ['Entra is out of order', { type: 'aadsts', code: 90033, count: 'always' }],
  ] as const)('what cannot be told, since %s', async (_, fault) => {
    const tenantId = await add('healthy');
    await here.host.client.grants.test({ tenantId });
    await here.cloud.control('POST', '/faults', { faults: [fault] });
    expect((await diagnose(tenantId)).verdict).toBe('couldNotTell');
  });

  test('a grant that is still being applied', async () => {
    const tenantId = await add('neverGranted');
    await takesEffectAfter(here.cloud, 24 * 60 * minute);
    const { url } = await here.host.client.grants.begin({ tenantId });
    const administrator = here.cloud
      .customer('neverGranted')
      .accounts.find(({ role }) => role === 'globalAdministrator');
    await createAdministrator(administrator?.userPrincipalName ?? '').consent(url, 'accept');
    await until(tenantId, ({ status }) => status.kind === 'propagating');
    expect((await diagnose(tenantId)).verdict).toBe('propagating');
  });
});
