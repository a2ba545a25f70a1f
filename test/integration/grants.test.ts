import { describe, expect, test } from 'vitest';
import type { Connection } from '../../electron/contract/contract.ts';
import type { TestResult } from '../../electron/contract/grant.ts';
import type { Network } from '../../electron/engine/kernel/ports.ts';
import { createAdministrator } from '../support/administrator.ts';
import { connectedHost, takesEffectAfter } from '../support/connected-host.ts';
import { openEngineHost } from '../support/engine-host.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import { addPracticeConnector } from '../support/practice-connector.ts';

const directoryReadAll = '7ab1d382-f21e-4acd-a863-ba3e13f7da61';
const directoryReadWriteAll = '19dbc75e-c2e2-444c-a770-ec69d8559fc7';

const here = connectedHost();

async function add(key: string): Promise<string> {
  const { primaryDomain, tenantId } = here.cloud.customer(key);
  const { tenant } = await here.host.client.tenants.add({ domainOrId: primaryDomain });
  expect(tenant.tenantId).toBe(tenantId);
  return tenantId;
}

/** Changes made by an administrator without Evergrant. */
const change = (key: string, body: Record<string, unknown>) =>
  here.cloud.control('POST', `/tenants/${key}`, {
    appId: here.cloud.manifest.connector.clientId,
    ...body,
  });

const administratorOf = (key: string) =>
  createAdministrator(
    here.cloud.customer(key).accounts.find(({ role }) => role === 'globalAdministrator')
      ?.userPrincipalName ?? '',
  );

const verdicts = (result: TestResult | null) =>
  result?.checks.map(({ permission, verdict }) => `${permission.name} ${verdict}`);
const status = async (tenantId: string) =>
  (await here.host.client.tenants.get({ tenantId })).status;

/** Repeats the check at each change of this customer's grant until it is true. */
async function until(
  tenantId: string,
  isWanted: (connection: Connection) => boolean,
): Promise<Connection> {
  const leaving = new AbortController();
  const changes = await here.host.client.changes(undefined, { signal: leaving.signal });
  try {
    for (;;) {
      const connection = await here.host.client.tenants.get({ tenantId });
      if (isWanted(connection)) return connection;
      await changes.next();
    }
  } finally {
    leaving.abort();
  }
}

describe('granting', () => {
  test('accept, propagation, proven', async () => {
    const tenantId = await add('neverGranted');
    expect(verdicts((await here.host.client.grants.test({ tenantId })).lastTest)).toEqual([
      'User.Read missing',
      'GroupMember.Read.All missing',
      'Directory.Read.All missing',
    ]);
    expect((await status(tenantId)).kind).toBe('notGranted');

    await takesEffectAfter(here.cloud, 24 * 60 * 60_000);
    const attempt = await here.host.client.grants.begin({ tenantId });
    expect(here.host.opened).toEqual([attempt.url]);
    expect((await status(tenantId)).kind).toBe('consenting');
    await administratorOf('neverGranted').consent(attempt.url, 'accept');
    const waiting = await until(tenantId, (now) => now.status.kind === 'propagating');
    expect(waiting.attempt?.missing).toHaveLength(3);

    await here.cloud.control('POST', '/clock/advance', { ms: 24 * 60 * 60_000 });
    here.host.clock.jump(30_000);
    const connected = await until(tenantId, (now) => now.attempt?.phase === 'granted');
    expect(connected.status).toMatchObject({ kind: 'granted', stale: false, reasons: [] });
    expect(verdicts(connected.lastTest)).toEqual([
      'User.Read proven',
      'GroupMember.Read.All proven',
      'Directory.Read.All proven',
    ]);
    expect(connected.tenant.primaryDomain).toBe(here.cloud.customer('neverGranted').primaryDomain);
    const activity = await here.host.client.activity.list({ tenantId });
    expect(activity.find(({ action }) => action === 'consentEnded')?.result).toBe('granted');
  });

  test.each(['consentRequired', 'permissionDenied', 'accessDenied'])(
    'cancelled on the page, as %s',
    async (consentShape) => {
      await here.cloud.control('POST', '/settings', { consentShape });
      const tenantId = await add('neverGranted');
      const { url } = await here.host.client.grants.begin({ tenantId });
      await administratorOf('neverGranted').consent(url, 'cancel');
      const ended = await until(tenantId, (now) => now.attempt?.endedAt !== null);
      expect(ended.attempt).toMatchObject({
        phase: 'declined',
        problem: { code: 'consent.declined' },
      });
      expect(ended.status.kind).toBe('unknown');
    },
  );

  test('in another tenant is refused, and both are named', async () => {
    const tenantId = await add('neverGranted');
    const other = here.cloud.customer('healthy');
    const { url } = await here.host.client.grants.begin({ tenantId });
    // A link that was changed on its way: the same state, another tenant.
    const elsewhere = url.replace(tenantId, other.tenantId);
    await administratorOf('healthy').consent(elsewhere, 'accept');
    const ended = await until(tenantId, (now) => now.attempt?.endedAt !== null);
    expect(ended.attempt).toMatchObject({
      phase: 'refused',
      problem: {
        code: 'consent.wrongTenant',
        params: { expected: tenantId, found: expect.stringContaining(other.tenantId) },
      },
    });
    expect(ended.status.kind).not.toBe('granted');
  });

  test('on a page that never comes back is found by Check now', async () => {
    const tenantId = await add('neverGranted');
    const { url } = await here.host.client.grants.begin({ tenantId });
    const away = new URL(url);
    const page = new URL(`${away.origin}/${tenantId}/adminconsent`);
    page.searchParams.set('client_id', here.cloud.manifest.connector.clientId);
    await administratorOf('neverGranted').consent(page.href, 'accept');
    const { lastTest: result } = await here.host.client.grants.checkNow({ tenantId });
    expect(new Set(verdicts(result)?.map((row) => row.split(' ')[1]))).toEqual(new Set(['proven']));
    await until(tenantId, (now) => now.attempt?.phase === 'granted');
  });
});

describe('a healthy customer', () => {
  test('is green, and outlined a day later', async () => {
    const tenantId = await add('healthy');
    await here.host.client.grants.test({ tenantId });
    expect(await status(tenantId)).toMatchObject({ kind: 'granted', stale: false });
    here.host.clock.jump(24 * 60 * 60_000);
    expect(await status(tenantId)).toMatchObject({
      kind: 'granted',
      stale: true,
      reasons: [{ code: 'grant.stale' }],
    });
  });

  test.each([
    ['User.Read', ['GroupMember.Read.All']],
    ['GroupMember.Read.All', ['User.Read']],
  ])('without %s is incomplete', async (missing, scopes) => {
    const tenantId = await add('healthy');
    await change('healthy', { type: 'setScopes', scopes });
    const { lastTest: result } = await here.host.client.grants.test({ tenantId });
    expect(verdicts(result)).toContain(`${missing} missing`);
    expect(await status(tenantId)).toMatchObject({
      kind: 'partial',
      reasons: [{ code: 'grant.permissionMissing', params: { permissions: missing } }],
    });
  });

  test('without Directory.Read.All cannot even be looked at, and is not green', async () => {
    const tenantId = await add('healthy');
    await change('healthy', { type: 'removeAppRole', appRoleId: directoryReadAll });
    const { lastTest: result } = await here.host.client.grants.test({ tenantId });
    expect(verdicts(result)).toContain('Directory.Read.All missing');
    expect((await status(tenantId)).kind).toBe('partial');
  });

  test('whose enterprise application is switched off is broken', async () => {
    const tenantId = await add('healthy');
    await here.host.client.grants.test({ tenantId });
    await change('healthy', { type: 'setEnabled', enabled: false });
    const { lastTest: result } = await here.host.client.grants.test({ tenantId });
    expect(result.findings.map(({ kind }) => kind)).toContain('servicePrincipalDisabled');
    expect((await status(tenantId)).kind).toBe('broken');
  });

  test('whose application its owner deactivated is broken, until it is activated again', async () => {
    const tenantId = await add('healthy');
    await here.host.client.grants.test({ tenantId });
    const deactivated = (is: boolean) =>
      here.cloud.control('POST', `/registrations/${here.cloud.manifest.connector.clientId}`, {
        type: 'setDeactivated',
        deactivated: is,
      });
    await deactivated(true);
    const { lastTest: refused } = await here.host.client.grants.test({ tenantId });
    expect(refused.refusal?.code).toBe('aadsts.7000112');
    expect((await status(tenantId)).kind).toBe('broken');
    await deactivated(false);
    await here.host.client.grants.test({ tenantId });
    expect((await status(tenantId)).kind).toBe('granted');
  });

  test('whose enterprise application was deleted is broken', async () => {
    const tenantId = await add('healthy');
    await here.host.client.grants.test({ tenantId });
    await change('healthy', { type: 'deletePrincipal' });
    await here.host.client.grants.test({ tenantId });
    expect((await status(tenantId)).kind).toBe('broken');
  });

  test('with a permission that may write is not green, and it is named', async () => {
    const tenantId = await add('healthy');
    await change('healthy', { type: 'addAppRole', appRoleId: directoryReadWriteAll });
    const { lastTest: result } = await here.host.client.grants.test({ tenantId });
    expect(result.findings).toContainEqual({
      kind: 'mayWrite',
      params: { permissions: 'Directory.ReadWrite.All' },
    });
    expect(await status(tenantId)).toMatchObject({
      kind: 'excessive',
      reasons: [{ code: 'grant.mayWrite' }],
    });
  });

  test('that is granted more than it asks for is not waited for, and never green', async () => {
    const tenantId = await add('neverGranted');
    const permissions = [
      { name: 'User.Read', type: 'delegated' },
      { name: 'GroupMember.Read.All', type: 'delegated' },
      { name: 'Directory.Read.All', type: 'application' },
      { name: 'Directory.ReadWrite.All', type: 'application' },
    ];
    const path = `/registrations/${here.cloud.manifest.connector.clientId}`;
    await here.cloud.control('POST', path, { type: 'setPermissions', permissions });
    const { url } = await here.host.client.grants.begin({ tenantId });
    await administratorOf('neverGranted').consent(url, 'accept');
    const { attempt, status: shown } = await until(
      tenantId,
      (connection) => connection.attempt?.endedAt !== null,
    );
    expect(attempt).toMatchObject({
      phase: 'granted',
      tests: 1,
      problem: { code: 'grant.mayWrite', params: { permissions: 'Directory.ReadWrite.All' } },
    });
    expect(shown).toMatchObject({ kind: 'excessive', reasons: [{ code: 'grant.mayWrite' }] });
  });

  test.each([
    ['oauth2PermissionGrants', 'the real read'],
    ['servicePrincipals/{id}/appRoleAssignments', 'a look-up'],
  ])('with %s failing could not be told (%s)', async (endpoint) => {
    const tenantId = await add('healthy');
    await here.cloud.control('POST', '/faults', {
      faults: [{ type: 'error', endpoint, count: 9, status: 503, code: 'serviceNotAvailable' }],
    });
    const { lastTest: result } = await here.host.client.grants.test({ tenantId });
    expect(verdicts(result)).toContain('Directory.Read.All couldNotTell');
    expect(await status(tenantId)).toMatchObject({
      kind: 'couldNotTell',
      reasons: [{ code: 'graph.serviceNotAvailable' }],
    });
  });

  test('recorded but absent from the token is not green', async () => {
    const tenantId = await add('healthy');
    const day = 24 * 60 * 60_000;
    await change('healthy', { type: 'removeAppRole', appRoleId: directoryReadAll });
    await here.cloud.control('POST', '/clock/advance', { ms: 2 * day });
    // Graph shows the new assignment, but the token endpoint does not know it yet.
    await here.cloud.control('POST', '/settings', { effect: { token: day, graph: 0 } });
    await change('healthy', { type: 'addAppRole', appRoleId: directoryReadAll });
    const { lastTest: result } = await here.host.client.grants.test({ tenantId });
    const row = result.checks.find(({ permission }) => permission.type === 'application');
    expect(row?.verdict).not.toBe('proven');
    expect(row?.token.outcome).toBe('missing');
    expect((await status(tenantId)).kind).not.toBe('granted');
  });

  test('that was removed here says so, until it is tested again', async () => {
    const tenantId = await add('healthy');
    await here.host.client.grants.test({ tenantId });
    expect((await here.host.client.grants.removeHere({ tenantId })).kind).toBe('removed');
    await here.host.client.grants.test({ tenantId });
    expect((await status(tenantId)).kind).toBe('granted');
  });
});

test('closed in the middle of a test, the next start tests at once', async () => {
  const tenantId = await add('healthy');
  await here.host.leave();
  const asked = Promise.withResolvers<undefined>();
  const slow: Network = {
    send: ({ signal }) => {
      asked.resolve(undefined);
      const { promise, reject } = Promise.withResolvers<never>();
      signal?.addEventListener('abort', () => reject(signal.reason));
      return promise;
    },
  };
  const closed = await openEngineHost(here.host.folder, { network: slow });
  const cutOff = closed.client.grants.test({ tenantId }).catch((error: unknown) => error);
  await asked.promise;
  await closed.leave();
  expect(await cutOff).toBeInstanceOf(Error);
  here.host = await openEngineHost(here.host.folder);
  await here.host.client.grants.test({ tenantId });
  expect((await status(tenantId)).kind).toBe('granted');
});

test('out of reach, green is outlined and says why', async () => {
  const away = await startPracticeCloud({ args: ['--groups', '10', '--memberships', '10'] });
  try {
    const profile = await addPracticeConnector(away, here.host, { name: 'Away' });
    const { primaryDomain, tenantId } = away.customer('healthy');
    await here.host.client.tenants.add({ domainOrId: primaryDomain, profileId: profile.id });
    await here.host.client.grants.test({ tenantId });
    await away.stop();
    await here.host.client.grants.test({ tenantId });
    expect(await status(tenantId)).toMatchObject({
      kind: 'granted',
      stale: true,
      reasons: [{ code: expect.stringMatching(/^network\./) }],
    });
  } finally {
    await away.dispose();
  }
});
