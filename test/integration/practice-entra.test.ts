import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfidentialClientApplication, PublicClientApplication } from '@azure/msal-node';
import type { AuthenticationResult, INetworkModule } from '@azure/msal-node';
import { Agent, fetch as undiciFetch } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { practiceCa, startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { createSimulatedBrowser } from '../support/simulated-browser.ts';
import type { SeenPage, SimulatedBrowser } from '../support/simulated-browser.ts';

const cloudSchema = z.object({
  authorityBaseUrl: z.string(),
  graphBaseUrl: z.string(),
  browserBaseUrl: z.string(),
});

let cloud: PracticeCloud;
let addresses: z.output<typeof cloudSchema>;
let dispatcher: Agent;
let browser: SimulatedBrowser;

beforeAll(async () => {
  cloud = await startPracticeCloud({ args: ['--groups', '50'] });
  addresses = cloudSchema.parse(JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8')));
  dispatcher = new Agent({ connect: { ca: await practiceCa(cloud) } });
});
afterAll(async () => {
  await dispatcher?.close();
  await cloud?.dispose();
});
beforeEach(async () => {
  await cloud.control('POST', '/reset');
  browser = createSimulatedBrowser((url) => url.origin === addresses.browserBaseUrl);
});

/** MSAL with a fetch that trusts the practice CA; the rest of this process does not. */
const networkClient: INetworkModule = {
  sendGetRequestAsync: async (url, options) => await send('GET', url, options?.headers),
  sendPostRequestAsync: async (url, options) =>
    await send('POST', url, options?.headers, options?.body),
};

async function send<T>(
  method: string,
  url: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<{ status: number; headers: Record<string, string>; body: T }> {
  const sent = { method, headers, dispatcher, ...(body !== undefined && { body }) };
  const response = await undiciFetch(url, sent);
  const { status } = response;
  return {
    status,
    headers: Object.fromEntries(response.headers),
    body: (await response.json()) as T,
  };
}

function configuration(tenantId: string) {
  return {
    auth: {
      clientId: cloud.manifest.connector.clientId,
      authority: `${addresses.authorityBaseUrl}/${tenantId}`,
      knownAuthorities: [new URL(addresses.authorityBaseUrl).host],
    },
    system: { networkClient },
  };
}

async function graph(path: string, token: string): Promise<{ status: number; body: unknown }> {
  const answer = await undiciFetch(`${addresses.graphBaseUrl}/v1.0/${path}`, {
    dispatcher,
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, body: await answer.json() };
}

async function withCertificate(tenantId: string): Promise<ConfidentialClientApplication> {
  const pem = await readFile(cloud.manifest.connector.certificateFile, 'utf8');
  const { auth, system } = configuration(tenantId);
  const thumbprintSha256 = createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
  const privateKey = /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/.exec(pem)?.[0];
  return new ConfidentialClientApplication({
    auth: { ...auth, clientCertificate: { thumbprintSha256, privateKey: privateKey ?? '' } },
    system,
  });
}

const appOnly = () => ({ scopes: [`${addresses.graphBaseUrl}/.default`], skipCache: true });

function administrator(key: string, role = 'globalAdministrator'): string {
  const found = cloud.customer(key).accounts.find((account) => account.role === role);
  if (found === undefined) throw new Error(`no ${role} in ${key}`);
  return found.userPrincipalName;
}

function consentLink(key: string, state = 's1', version: 'v1' | 'v2' | 'short' = 'v2'): string {
  const { tenantId } = cloud.customer(key);
  const path = version === 'v2' ? 'v2.0/adminconsent' : 'adminconsent';
  const url = new URL(`${addresses.browserBaseUrl}/${tenantId}/${path}`);
  url.searchParams.set('client_id', cloud.manifest.connector.clientId);
  if (version === 'short') return url.href;
  url.searchParams.set('redirect_uri', 'http://localhost:4711');
  url.searchParams.set('state', state);
  if (version === 'v2') url.searchParams.set('scope', `${addresses.graphBaseUrl}/.default`);
  return url.href;
}

/** Signs in to a consent link and returns the page that follows. */
async function consentAs(upn: string, link: string): Promise<SeenPage> {
  const picker = await browser.open(link);
  expect(picker.heading).toBe('Pick an account');
  return await picker.press(upn);
}

/** Signs in through MSAL with a browser that picks this account. */
async function signIn(
  tenantId: string,
  upn: string,
  scopes: string[],
  onPage: (page: SeenPage) => Promise<unknown> = async () => undefined,
): Promise<{ app: PublicClientApplication; result: AuthenticationResult }> {
  const app = new PublicClientApplication(configuration(tenantId));
  const result = await app.acquireTokenInteractive({
    scopes,
    openBrowser: async (url) => {
      const picker = await browser.open(url);
      await onPage(await picker.press(upn));
    },
  });
  return { app, result };
}

describe('MSAL as the connector', () => {
  it('gets the same permissions by certificate and by secret, and reads Graph', async () => {
    const { tenantId } = cloud.customer('healthy');
    const secret = (await readFile(cloud.manifest.connector.secretFile, 'utf8')).trim();
    const { auth, system } = configuration(tenantId);
    for (const app of [
      await withCertificate(tenantId),
      new ConfidentialClientApplication({ auth: { ...auth, clientSecret: secret }, system }),
    ]) {
      const token = (await app.acquireTokenByClientCredential(appOnly()))?.accessToken ?? '';
      expect(await graph('organization?$select=id', token)).toMatchObject({
        status: 200,
        body: { value: [{ id: tenantId }] },
      });
      const again = (await app.acquireTokenByClientCredential(appOnly()))?.accessToken;
      expect(again).toEqual(expect.any(String));
    }
  });

  it('is told in the words of Entra what is wrong', async () => {
    const { tenantId } = cloud.customer('healthy');
    const { auth, system } = configuration(tenantId);
    const wrong = new ConfidentialClientApplication({
      auth: { ...auth, clientSecret: 'wrong' },
      system,
    });
    await expect(wrong.acquireTokenByClientCredential(appOnly())).rejects.toMatchObject({
      errorCode: 'invalid_client',
      errorNo: 7000215,
    });
    const absent = await withCertificate(cloud.customer('neverGranted').tenantId);
    await expect(absent.acquireTokenByClientCredential(appOnly())).rejects.toMatchObject({
      errorNo: 7000229,
    });
  });
});

describe('MSAL and Conditional Access', () => {
  const rule = async (key: string, more: object) =>
    await cloud.control('POST', `/tenants/${key}`, { type: 'setSignInRule', ...more });

  it('is told what is demanded, carries it out in the browser, and goes on silently', async () => {
    const upn = administrator('healthy');
    const { tenantId } = cloud.customer('healthy');
    const scopes = [`${addresses.graphBaseUrl}/.default`];
    const { app, result } = await signIn(tenantId, upn, scopes);
    const { account } = result;
    if (account === null) throw new Error('MSAL gave no account.');
    const silently = async () =>
      await app.acquireTokenSilent({ account, scopes, forceRefresh: true });
    await rule('healthy', { rule: 'mfa' });
    const refusal: unknown = await silently().catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      name: 'InteractionRequiredAuthError',
      subError: 'basic_action',
      errorNo: 50076,
    });
    const { claims } = z.object({ claims: z.string() }).parse(refusal);
    expect(JSON.parse(claims)).toMatchObject({ access_token: { capolids: { essential: true } } });

    await app.acquireTokenInteractive({
      scopes,
      claims,
      openBrowser: async (url) => {
        const picker = await browser.open(url);
        const approval = await picker.press(upn);
        expect(approval.heading).toBe('Approve the sign-in request');
        await approval.press('Approve');
      },
    });
    expect((await silently())?.accessToken).toEqual(expect.any(String));
  });

  it('is refused at the token endpoint where nothing helps, also as an application', async () => {
    const { tenantId } = cloud.customer('healthy');
    const scopes = [`${addresses.graphBaseUrl}/.default`];
    const { app, result } = await signIn(tenantId, administrator('healthy'), scopes);
    const { account } = result;
    if (account === null) throw new Error('MSAL gave no account.');
    await rule('healthy', { rule: 'block' });
    await expect(
      app.acquireTokenSilent({ account, scopes, forceRefresh: true }),
    ).rejects.toMatchObject({ errorNo: 53003, subError: 'message_only' });
    const alone = await withCertificate(tenantId);
    expect((await alone.acquireTokenByClientCredential(appOnly()))?.accessToken).toBeDefined();
    await rule('healthy', { rule: 'blockApps' });
    await expect(alone.acquireTokenByClientCredential(appOnly())).rejects.toMatchObject({
      errorNo: 53003,
    });
    await cloud.control('POST', '/tenants/healthy', { type: 'clearSignInRules' });
    expect((await alone.acquireTokenByClientCredential(appOnly()))?.accessToken).toBeDefined();
  });
});

describe('MSAL with a person', () => {
  it('signs in, reads as the person, and refreshes without asking again', async () => {
    const { tenantId } = cloud.customer('healthy');
    const upn = administrator('healthy');
    const { app, result } = await signIn(tenantId, upn, [`${addresses.graphBaseUrl}/.default`]);
    expect(result).toMatchObject({ tenantId, account: { username: upn, tenantId } });
    expect(await graph('me?$select=userPrincipalName', result.accessToken)).toMatchObject({
      body: { userPrincipalName: upn },
    });
    if (result.account === null) throw new Error('nobody is signed in');
    const silent = await app.acquireTokenSilent({
      account: result.account,
      scopes: ['User.Read'],
      forceRefresh: true,
    });
    expect(silent.accessToken).not.toBe(result.accessToken);
    await cloud.control('POST', '/tokens/revoke', { userPrincipalName: upn });
    await expect(
      app.acquireTokenSilent({
        account: result.account,
        scopes: ['User.Read'],
        forceRefresh: true,
      }),
    ).rejects.toMatchObject({ errorCode: 'invalid_grant', subError: 'bad_token' });
  });

  it('asks for consent to what is not granted, and may use it at once', async () => {
    const { tenantId } = cloud.customer('healthy');
    const seen: string[] = [];
    const { result } = await signIn(
      tenantId,
      administrator('healthy'),
      ['User.Read.All'],
      async (page) => {
        seen.push(page.heading);
        await page.press('Accept');
      },
    );
    expect(seen).toEqual(['Permissions requested']);
    expect(result.scopes.join(' ')).toContain('User.Read.All');
  });

  it('is told when the person cancels', async () => {
    const { tenantId } = cloud.customer('healthy');
    await expect(
      signIn(tenantId, administrator('healthy'), ['User.Read.All'], (page) => page.press('Cancel')),
    ).rejects.toMatchObject({ errorCode: 'access_denied' });
  });
});

describe('Admin consent', () => {
  it('by the right administrator makes the connector work', async () => {
    const { tenantId } = cloud.customer('neverGranted');
    const effect = { principal: 0, token: 0, graph: 0, index: 0 };
    await cloud.control('POST', '/settings', { effect });
    const page = await consentAs(administrator('neverGranted'), consentLink('neverGranted'));
    expect(page.heading).toBe('Permissions requested');
    for (const words of ['Northlight', 'Read directory data', 'Read group memberships']) {
      expect(page.text).toContain(words);
    }
    const end = new URL((await page.press('Accept')).url);
    expect(end.host).toBe('localhost:4711');
    expect(Object.fromEntries(end.searchParams)).toMatchObject({
      admin_consent: 'True',
      tenant: tenantId,
      state: 's1',
    });
    const app = await withCertificate(tenantId);
    await expect
      .poll(async () => {
        const token = (await app.acquireTokenByClientCredential(appOnly()))?.accessToken ?? '';
        return (await graph('groups?$top=1', token)).status;
      })
      .toBe(200);
  });

  it.each([
    ['consentRequired', { error: 'consent_required', admin_consent: 'True' }],
    ['permissionDenied', { error: 'permission_denied' }],
    ['accessDenied', { error: 'access_denied' }],
  ])('can be declined in the shape %s', async (consentShape, expected) => {
    await cloud.control('POST', '/settings', { consentShape });
    const page = await consentAs(administrator('neverGranted'), consentLink('neverGranted'));
    const end = new URL((await page.press('Cancel')).url);
    expect(Object.fromEntries(end.searchParams)).toMatchObject(expected);
    const record = JSON.stringify(
      await cloud.control('GET', `/tenants/${cloud.customer('neverGranted').tenantId}`),
    );
    expect(record).not.toContain(cloud.manifest.connector.clientId);
  });

  it('in its short form ends on a page', async () => {
    const link = consentLink('neverGranted', 's', 'short');
    const page = await consentAs(administrator('neverGranted'), link);
    expect((await page.press('Accept')).text).toContain('ranted');
  });

  it.each([
    ['a person without a role', 'none', 'AADSTS9009'],
    ['a role that is not enough', 'cloudApplicationAdministrator', 'AADSTS9009'],
  ])('stops on a page for %s', async (_what, role, number) => {
    const page = await consentAs(administrator('neverGranted', role), consentLink('neverGranted'));
    expect(page.heading).toBe('Need admin approval');
    expect(page.text).toContain(number);
    expect(new URL(page.url).origin).toBe(addresses.browserBaseUrl);
  });

  it('stops on a page for an account of another directory', async () => {
    const picker = await browser.open(consentLink('neverGranted'));
    const other = await picker.press('Use another account');
    const page = await other.press('Next', administrator('healthy'));
    expect(page.text).toContain('AADSTS50020');
  });

  it.each([
    ['redirect_uri', 'http://localhost:4711/elsewhere', 'AADSTS50011'],
    ['client_id', '99999999-9999-4999-8999-999999999999', 'AADSTS700016'],
  ])('stops on a page for a wrong %s', async (name, value, number) => {
    const link = new URL(consentLink('neverGranted'));
    link.searchParams.set(name, value);
    expect((await browser.open(link.href)).text).toContain(number);
  });
});

describe('A restart', () => {
  it('keeps customers, changes, keys and what was granted; only addresses are new', async () => {
    // A folder without the keys that this run's clouds share.
    const stateDir = await mkdtemp(join(tmpdir(), 'evergrant-practice-'));
    const first = await startPracticeCloud({ stateDir, args: ['--groups', '50', '--seed', '5'] });
    try {
      const { tenantId } = first.customer('healthy');
      await first.control('POST', `/tenants/${tenantId}`, {
        type: 'setAssignmentRequired',
        appId: first.manifest.connector.clientId,
        required: true,
      });
      const before = await first.control('GET', '/state');
      const ca = await practiceCa(first);
      await first.stop();
      const second = await startPracticeCloud({ stateDir: first.stateDir });
      try {
        const { tenants } = z.object({ tenants: z.unknown() }).parse(before);
        expect(await second.control('GET', '/state')).toMatchObject({ tenants });
        expect(await practiceCa(second)).toBe(ca);
        expect(second.manifest.connector).toEqual(first.manifest.connector);
        expect(second.manifest.tenants).toEqual(first.manifest.tenants);
      } finally {
        await second.stop();
      }
    } finally {
      await first.dispose();
    }
  });
});
