import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Notice } from '../../electron/contract/notice.ts';
import { createAdministrator } from '../support/administrator.ts';
import { startConnectedHost, takesEffectAfter } from '../support/connected-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';

const minute = 60_000;

let connected: Awaited<ReturnType<typeof startConnectedHost>>;
let cloud: PracticeCloud;
let host: EngineHost;
/** The notifications that the system was asked to show. */
const shown: Notice[] = [];

beforeAll(async () => {
  connected = await startConnectedHost({
    args: ['--groups', '20', '--memberships', '40'],
    ports: { notify: (notice) => void shown.push(notice) },
    connector: { name: 'What we call it' },
  });
  ({ cloud, host } = connected);
  await takesEffectAfter(cloud, 0);
  for (const key of ['neverGranted', 'healthy'])
    await host.client.tenants.add({ domainOrId: cloud.customer(key).primaryDomain });
});
afterAll(async () => {
  await connected?.dispose();
});

/** Repeats the check at each change until it is true. */
async function until(isWanted: () => Promise<boolean>): Promise<void> {
  const leaving = new AbortController();
  const changes = await host.client.changes(undefined, { signal: leaving.signal });
  try {
    while (!(await isWanted())) await changes.next();
  } finally {
    leaving.abort();
  }
}

test('the kit says what Microsoft’s page will show as soon as one customer can be read', async () => {
  const { tenantId } = cloud.customer('neverGranted');
  const before = await host.client.asked.kit({ tenantId });
  expect(before).toMatchObject({ shownAs: null, connectorName: 'What we call it' });
  await host.client.grants.test({ tenantId: cloud.customer('healthy').tenantId });
  const after = await host.client.asked.kit({ tenantId });
  expect(after.shownAs?.name).toBe(cloud.manifest.connector.name);
  expect(after.link).toBe(before.link);
  expect(after.ending).toBe('microsoftPage');
});

test('from asked over a restart to granted: the kit’s link is used, a quiet test finds it, the technician is told', async () => {
  const { tenantId, accounts } = cloud.customer('neverGranted');
  const look = () => host.client.tenants.get({ tenantId });
  const { link } = await host.client.asked.kit({ tenantId });
  await host.client.asked.mark({ tenantId });
  host.clock.jump(minute);
  await until(async () => (await look()).quietWatch?.lastTestAt !== null);
  // "Not granted" is nothing new: no evidence and no line are added.
  expect((await look()).status.kind).toBe('unknown');
  const lines = async () =>
    (await host.client.activity.list({ tenantId })).map(({ action, result }) => [action, result]);
  expect(await lines()).toEqual([
    ['administratorAsked', 'asked'],
    ['tenantAdded', 'added'],
  ]);

  host = connected.host = await host.restart();
  expect((await host.client.tenants.list()).find((row) => row.tenantId === tenantId)).toMatchObject(
    {
      quietWatch: { reason: 'asked' },
    },
  );
  const administrator = accounts.find(({ role }) => role === 'globalAdministrator');
  const page = await createAdministrator(administrator?.userPrincipalName ?? '').consent(
    link,
    'accept',
  );
  expect(page).toContain('You can close this page');
  host.clock.jump(10 * minute);
  await until(async () => (await look()).quietWatch === null);
  expect((await look()).status).toMatchObject({ kind: 'granted', stale: false });
  expect((await lines()).slice(0, 2)).toEqual([
    ['askEnded', 'granted'],
    ['tested', 'granted'],
  ]);
  expect(shown).toMatchObject([{ kind: 'granted', tenant: { tenantId } }]);
});

test('a customer that shows green, outlined, and says no by now: a quiet test is kept too', async () => {
  const { tenantId } = cloud.customer('healthy');
  const look = () => host.client.tenants.get({ tenantId });
  host.clock.jump(25 * 60 * minute);
  expect((await look()).status).toMatchObject({ kind: 'granted', stale: true });
  await cloud.control('POST', '/tenants/healthy', {
    type: 'deletePrincipal',
    appId: cloud.manifest.connector.clientId,
  });
  await host.client.asked.mark({ tenantId });
  host.clock.jump(minute);
  await until(async () => (await look()).status.kind !== 'granted');
  expect((await look()).status.kind).toBe('broken');
});
