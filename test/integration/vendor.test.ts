import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NewProfile, Profile } from '../../electron/contract/profile.ts';
import { createNodeNetwork } from '../../electron/platform/network.ts';
import { createAdministrator } from '../support/administrator.ts';
import { takesEffectAfter } from '../support/connected-host.ts';
import { recordNetwork } from '../support/recording-network.ts';
import { startEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { addPracticeConnector } from '../support/practice-connector.ts';
import { simulatedLinks } from '../support/simulated-links.ts';
import { vendorsClientId, vendorsName } from '../support/vendors-registration.ts';

let cloud: PracticeCloud;
let host: EngineHost;
let clientId: string;

beforeAll(async () => {
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '100'] });
  clientId = await vendorsClientId(cloud);
});
afterAll(() => cloud?.dispose());

beforeEach(async () => {
  await cloud.control('POST', '/reset');
  await takesEffectAfter(cloud, 0);
  host = await startEngineHost();
});
afterEach(() => host.dispose());

const here = (): NewProfile['cloud'] => ({ kind: 'custom', file: cloud.manifest.cloudFile });
async function addReader(credential = true): Promise<Profile> {
  return await addPracticeConnector(cloud, host, credential ? {} : { credential: null });
}
const addVendors = (readerId: string | null, consentLink: string | null = null) =>
  host.client.profiles.add({
    name: vendorsName,
    clientId,
    cloud: here(),
    vendor: { readerId, consentLink },
  });
async function add(key: string, { id }: Profile): Promise<string> {
  const { primaryDomain } = cloud.customer(key);
  const { tenant } = await host.client.tenants.add({ domainOrId: primaryDomain, profileId: id });
  return tenant.tenantId;
}
const look = (tenantId: string) => host.client.tenants.get({ tenantId });
const administratorOf = (key: string) =>
  createAdministrator(
    cloud.customer(key).accounts.find(({ role }) => role === 'globalAdministrator')
      ?.userPrincipalName ?? '',
  );
const change = (key: string, body: Record<string, unknown>) =>
  cloud.control('POST', `/tenants/${key}`, { appId: clientId, ...body });

describe('a vendor’s connector, with a reader that is granted', () => {
  test('is consented by the short form and granted on record, never green', async () => {
    const tenantId = await add('healthy', await addVendors((await addReader()).id));
    await host.client.grants.test({ tenantId });
    expect((await look(tenantId)).status).toMatchObject({
      kind: 'notGranted',
      reasons: [{ code: 'grant.notInstalled' }],
    });

    const { url, profileId } = await host.client.grants.begin({ tenantId });
    const link = new URL(url);
    expect(link.pathname).toBe(`/${tenantId}/adminconsent`);
    expect([...link.searchParams.keys()]).toEqual(['client_id']);
    const words = await administratorOf('healthy').consent(url, 'accept');
    expect(words).toContain('Granted');
    // No answer arrived: the attempt is still waiting.
    expect((await look(tenantId)).status.kind).toBe('consenting');

    const { lastTest: seen } = await host.client.grants.checkNow({ tenantId });
    expect(seen.profileId).toBe(profileId);
    expect(seen.checks.map(({ grant, token }) => [grant.outcome, token.outcome])).toEqual([
      ['proven', 'notTried'],
      ['proven', 'notTried'],
      ['proven', 'notTried'],
    ]);
    const { status, attempt, tenant } = await look(tenantId);
    expect(attempt?.phase).toBe('granted');
    expect(status).toMatchObject({
      kind: 'onRecord',
      stale: false,
      reasons: [{ code: 'grant.vendorsRegistration' }],
    });
    expect(tenant.displayName).toBe(cloud.customer('healthy').displayName);
    const [row] = await host.client.tenants.list();
    expect(row?.status.kind).toBe('onRecord');
  });

  test('that nobody accepts is looked for once after ten minutes, and said so', async () => {
    const tenantId = await add('healthy', await addVendors((await addReader()).id));
    await host.client.grants.begin({ tenantId });
    const leaving = new AbortController();
    const changes = await host.client.changes(undefined, { signal: leaving.signal });
    host.clock.jump(10 * 60_000);
    let connection = await look(tenantId);
    while (connection.attempt?.endedAt === null) {
      await changes.next();
      connection = await look(tenantId);
    }
    leaving.abort();
    expect(connection.attempt).toMatchObject({
      phase: 'timedOut',
      tests: 1,
      problem: { code: 'consent.notOnRecord' },
    });
    expect(connection.status.kind).toBe('notGranted');
  });

  test('breaks when it is deleted, and is amber with a permission that may write', async () => {
    const tenantId = await add('healthy', await addVendors((await addReader()).id));
    const { url } = await host.client.grants.begin({ tenantId });
    await administratorOf('healthy').consent(url, 'accept');
    await host.client.grants.checkNow({ tenantId });
    const appRoleId = '19dbc75e-c2e2-444c-a770-ec69d8559fc7';
    await change('healthy', { type: 'addAppRole', appRoleId });
    await host.client.grants.test({ tenantId });
    expect((await look(tenantId)).status).toMatchObject({
      kind: 'excessive',
      reasons: [{ code: 'grant.mayWrite' }, { code: 'grant.vendorsRegistration' }],
    });
    await change('healthy', { type: 'deletePrincipal' });
    await host.client.grants.test({ tenantId });
    expect((await look(tenantId)).status.kind).toBe('broken');
  });

  test('deactivated by the vendor, it is neither on record nor to be deleted', async () => {
    const tenantId = await add('healthy', await addVendors((await addReader()).id));
    const { url } = await host.client.grants.begin({ tenantId });
    await administratorOf('healthy').consent(url, 'accept');
    await host.client.grants.checkNow({ tenantId });
    const deactivated = (is: boolean) =>
      cloud.control('POST', `/registrations/${clientId}`, {
        type: 'setDeactivated',
        deactivated: is,
      });
    await deactivated(true);
    const { lastTest: seen } = await host.client.grants.test({ tenantId });
    expect(seen.findings).toContainEqual({ kind: 'applicationDeactivated', params: {} });
    expect((await look(tenantId)).status).toMatchObject({
      kind: 'broken',
      reasons: [{ code: 'grant.deactivated' }, { code: 'grant.vendorsRegistration' }],
    });
    const found = await host.client.doctor.diagnose({ tenantId });
    expect(found.verdict).toBe('applicationDeactivated');

    await deactivated(false);
    await host.client.grants.test({ tenantId });
    expect((await look(tenantId)).status.kind).toBe('onRecord');
  });

  test('is consented by the vendor’s own link, pinned to the customer', async () => {
    const reader = await addReader();
    const pages = new URL((await cloudOf()).browserBaseUrl);
    const back = 'https://console.palisade.example/granted';
    const link = `${pages.origin}/organizations/adminconsent?client_id=${clientId}&redirect_uri=${encodeURIComponent(back)}&state=of-another-session`;
    expect(await host.client.vendors.readConsentLink({ link })).toMatchObject({
      clientId,
      clouds: [{ choice: here() }],
      form: 'v1',
      redirectUri: back,
    });
    const tenantId = await add('healthy', await addVendors(reader.id, link));
    const asked = new URL((await host.client.grants.begin({ tenantId })).url);
    expect(asked.pathname).toBe(`/${tenantId}/adminconsent`);
    expect(asked.searchParams.get('redirect_uri')).toBe(back);
    expect(asked.searchParams.has('state')).toBe(false);
  });

  test('has its directory read by the reader', async () => {
    const tenantId = await add('healthy', await addVendors((await addReader()).id));
    await host.client.syncs.start({ tenantId });
    for await (const run of await host.client.syncs.watch({ tenantId })) {
      if (run.state !== 'running') break;
    }
    expect((await host.client.syncs.last({ tenantId }))?.state).toBe('finished');
  });

  test('is forgotten with the reader’s tokens: they read nothing for it any more', async () => {
    const recorded = recordNetwork(createNodeNetwork());
    await host.dispose();
    host = await startEngineHost({ network: recorded });
    const tokens = () =>
      recorded.requests.filter(
        ({ method, url }) => method === 'POST' && url.includes('/oauth2/v2.0/token'),
      ).length;
    const vendors = await addVendors((await addReader()).id);
    const sync = async (tenantId: string): Promise<number> => {
      const before = tokens();
      await host.client.syncs.start({ tenantId });
      for await (const run of await host.client.syncs.watch({ tenantId })) {
        if (run.state !== 'running') expect(run.state).toBe('finished');
      }
      return tokens() - before;
    };
    const tenantId = await add('healthy', vendors);
    expect(await sync(tenantId)).toBe(1);
    expect(await sync(tenantId)).toBe(0);
    await host.client.tenants.forget({ tenantId });
    await add('healthy', vendors);
    expect(await sync(tenantId)).toBe(1);
  });

  test('cannot be signed in to', async () => {
    const tenantId = await add('healthy', await addVendors((await addReader()).id));
    await expect(host.client.grants.signIn({ tenantId })).rejects.toMatchObject({
      data: { code: 'grant.vendorsRegistration' },
    });
    expect(host.opened).toEqual([]);
  });
});

async function cloudOf(): Promise<{ readonly browserBaseUrl: string }> {
  return JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8'));
}

describe('a reader that cannot look', () => {
  test('because it is not granted can be granted from here, and sees the rest then', async () => {
    const reader = await addReader();
    const tenantId = await add('neverGranted', await addVendors(reader.id));
    await host.client.grants.test({ tenantId });
    expect((await look(tenantId)).status).toMatchObject({
      kind: 'couldNotTell',
      reasons: [{ code: 'grant.readerNotGranted', params: { name: reader.name } }],
    });
    const attempt = await host.client.grants.begin({ tenantId, whose: 'reader' });
    expect(attempt.profileId).toBe(reader.id);
    expect(new URL(attempt.url).searchParams.get('client_id')).toBe(reader.clientId);
    await administratorOf('neverGranted').consent(attempt.url, 'accept');
    await host.client.grants.checkNow({ tenantId });
    const { status, attempt: ended } = await look(tenantId);
    expect(ended).toMatchObject({ phase: 'granted', profileId: reader.id });
    // The reader now sees that the vendor's connector is missing.
    expect(status).toMatchObject({ kind: 'notGranted', reasons: [{ code: 'grant.notInstalled' }] });
  });

  test('because there is none says so, and one can be chosen later', async () => {
    const reader = await addReader();
    const vendors = await addVendors(null);
    const tenantId = await add('healthy', vendors);
    await host.client.grants.test({ tenantId });
    expect((await look(tenantId)).status.reasons[0]?.code).toBe('grant.noReader');
    await expect(host.client.grants.begin({ tenantId, whose: 'reader' })).rejects.toMatchObject({
      data: { code: 'grant.noReader' },
    });
    await expect(host.client.syncs.start({ tenantId })).rejects.toMatchObject({
      data: { code: 'grant.noReader' },
    });
    await host.client.vendors.setReader({ profileId: vendors.id, readerId: reader.id });
    await host.client.grants.test({ tenantId });
    expect((await look(tenantId)).status.kind).toBe('notGranted');
  });

  test('because it has no credential says so', async () => {
    const tenantId = await add('healthy', await addVendors((await addReader(false)).id));
    await host.client.grants.test({ tenantId });
    expect((await look(tenantId)).status.reasons[0]?.code).toBe('grant.readerNoCredential');
  });
});

describe('our own connector without a credential', () => {
  const outcomes = async (tenantId: string) =>
    (await look(tenantId)).lastTest?.checks.map(({ permission, verdict, grant, token, read }) => [
      permission.name,
      verdict,
      grant.outcome,
      token.outcome,
      read.outcome,
    ]);

  test('works for whoever is signed in, and turns nothing green', async () => {
    const page = Promise.withResolvers<string>();
    await host.dispose();
    host = await startEngineHost({ links: simulatedLinks((url) => page.resolve(url)) });
    const tenantId = await add('healthy', await addReader(false));
    await host.client.grants.test({ tenantId });
    expect((await look(tenantId)).status).toMatchObject({
      kind: 'couldNotTell',
      reasons: [{ code: 'identity.noCredential' }],
    });

    const waiting = host.client.grants.signIn({ tenantId });
    await administratorOf('healthy').signIn(await page.promise);
    const { account } = await waiting;
    await host.client.grants.test({ tenantId });
    expect(await outcomes(tenantId)).toEqual([
      ['User.Read', 'couldNotTell', 'notTried', 'proven', 'proven'],
      ['GroupMember.Read.All', 'couldNotTell', 'notTried', 'proven', 'proven'],
      ['Directory.Read.All', 'couldNotTell', 'notTried', 'notTried', 'notTried'],
    ]);
    const { status, lastTest, tenant } = await look(tenantId);
    expect(lastTest?.account).toBe(account);
    expect(status).toMatchObject({
      kind: 'couldNotTell',
      reasons: [{ code: 'identity.noCredential' }],
    });
    // The person's own token identifies the tenant.
    expect(tenant.primaryDomain).toBe(cloud.customer('healthy').primaryDomain);
  });

  test('can be consented, and says that it cannot see what came of it', async () => {
    const tenantId = await add('neverGranted', await addReader(false));
    const { url } = await host.client.grants.begin({ tenantId });
    const leaving = new AbortController();
    const changes = await host.client.changes(undefined, { signal: leaving.signal });
    await administratorOf('neverGranted').consent(url, 'accept');
    let connection = await look(tenantId);
    while (connection.attempt?.endedAt === null) {
      await changes.next();
      connection = await look(tenantId);
    }
    leaving.abort();
    expect(connection.attempt).toMatchObject({
      phase: 'accepted',
      problem: { code: 'consent.cannotConfirm' },
    });
    expect(connection.status.kind).toBe('couldNotTell');
  });
});
