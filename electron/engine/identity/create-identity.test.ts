import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryCaches, createMemoryDemands } from '../../../test/support/memory-accounts.ts';
import type { Cloud } from '../clouds/cloud.ts';
import type { CredentialRecord } from '../connectors/store.ts';
import type { Clock, Log, NetworkRequest, Random } from '../kernel/ports.ts';
import { createText } from '../../../text/create-text.ts';
import { describeProblem } from '../../../text/words/problem-text.ts';
import { ClaimsChallenge } from '../errors/claims-challenge.ts';
import { problemOf } from '../errors/evergrant-error.ts';
import { createIdentity } from './create-identity.ts';
import type { Connector, Identity } from './identity.ts';

const tenantId = '0a1b2c3d-1111-4222-8333-444455556666';
const otherTenantId = '0a1b2c3d-9999-4222-8333-444455556666';
const authority = 'https://127.0.0.1:5001';
const cloud: Cloud = {
  name: 'custom',
  label: 'Practice',
  authorityBaseUrl: authority,
  graphBaseUrl: 'https://127.0.0.1:5002',
  portalBaseUrl: 'http://localhost:5003',
  browserBaseUrl: 'http://localhost:5003',
  caPem: 'the CA',
};
const connectorWith = (credential: CredentialRecord | null): Connector => ({
  cloud,
  credential,
  profile: {
    id: '11111111-1111-4111-8111-111111111111',
    name: 'Connector',
    clientId: '22222222-2222-4222-8222-222222222222',
    cloud: { kind: 'custom', file: 'cloud.json' },
    owner: 'ours',
    requiredPermissions: [],
    landingPage: null,
    backend: null,
    createdAt: 0,
  },
});
const connector = connectorWith({ kind: 'secret', value: 'the-secret', expiresAt: null });

const nothing = problemOf(null);
const json = (body: unknown, status = 200): Response => Response.json(body, { status });
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object): string => `${part({ alg: 'none' })}.${part(claims)}.sig`;
const exp = Math.floor(Date.now() / 1000) + 3600;

/** The token endpoint as each test needs it. */
type TokenEndpoint = (form: URLSearchParams, tenant: string) => Response | Error;

const appTokenOf = (tid: string): TokenEndpoint => {
  return () =>
    json({
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: jwt({ tid, exp, roles: ['Directory.Read.All'] }),
    });
};
const personTokens =
  (tid: string, home = tid): TokenEndpoint =>
  () =>
    json({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'https://127.0.0.1:5002/User.Read',
      access_token: jwt({ tid, exp, scp: 'User.Read GroupMember.Read.All' }),
      refresh_token: 'refresh-me',
      id_token: jwt({
        aud: connector.profile.clientId,
        iss: `${authority}/${tid}/v2.0`,
        tid,
        oid: 'ada',
        sub: 'ada',
        preferred_username: 'ada@contoso.example',
        name: 'Ada',
        exp,
      }),
      client_info: part({ uid: 'ada', utid: home }),
    });

let requests: NetworkRequest[];
let tokenEndpoint: TokenEndpoint;
let discovery: (tenant: string) => Response | Error;
let caches: ReturnType<typeof createMemoryCaches>;
let now: number;
let opened: string[];
let onOpen: (url: URL) => Promise<void>;
let identity: Identity;

function answer(request: NetworkRequest): Response | Error {
  const [, tenant = '', ...rest] = new URL(request.url).pathname.split('/');
  if (rest.at(-1) === 'openid-configuration') return discovery(tenant);
  return tokenEndpoint(new URLSearchParams(request.body), tenant);
}

beforeEach(() => {
  requests = [];
  caches = createMemoryCaches();
  now = 0;
  opened = [];
  onOpen = () => Promise.resolve();
  tokenEndpoint = appTokenOf(tenantId);
  discovery = (tenant) => {
    const issued = tenant === 'organizations' ? '{tenantid}' : tenant;
    return json({
      issuer: `${authority}/${issued}/v2.0`,
      authorization_endpoint: `${authority}/${tenant}/oauth2/v2.0/authorize`,
      token_endpoint: `${authority}/${tenant}/oauth2/v2.0/token`,
      jwks_uri: `${authority}/${tenant}/discovery/v2.0/keys`,
      end_session_endpoint: `${authority}/${tenant}/oauth2/v2.0/logout`,
    });
  };
  const silent = (): void => {};
  const log: Log = { debug: silent, info: silent, warn: silent, error: silent };
  const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };
  const random: Random = {
    guid: () => tenantId,
    bytes: (length) => new Uint8Array(length),
    fraction: () => 0,
  };
  identity = createIdentity({
    clock,
    random,
    log,
    tokenCache: caches,
    demands: createMemoryDemands(),
    changes: { publish: silent },
    links: {
      open: async (url) => {
        opened.push(url);
        await onOpen(new URL(url));
      },
    },
    network: {
      send: (request) => {
        requests.push(request);
        if (request.signal?.aborted === true) return Promise.reject(new Error('aborted'));
        const given = answer(request);
        return given instanceof Error ? Promise.reject(given) : Promise.resolve(given);
      },
    },
  });
});

const tokenRequests = (): readonly NetworkRequest[] =>
  requests.filter((request) => request.method === 'POST');

describe('a token of the connector itself', () => {
  it('comes from the authority of the tenant, past the CA of its cloud', async () => {
    const token = await identity.appToken(connector, tenantId, { fresh: false });
    expect(token).toMatchObject({ tenantId, roles: ['Directory.Read.All'], account: null });
    const [request] = tokenRequests();
    expect(request).toMatchObject({
      url: expect.stringContaining(`${authority}/${tenantId}/oauth2/v2.0/token`),
      caPem: 'the CA',
    });
    const form = new URLSearchParams(request?.body);
    expect(form.get('scope')).toContain('https://127.0.0.1:5002/.default');
    expect(requests.every((sent) => !sent.url.includes('the-secret'))).toBe(true);
  });

  it('is kept for the next time, and asked for anew when it must be fresh', async () => {
    await identity.appToken(connector, tenantId, { fresh: false });
    await identity.appToken(connector, tenantId, { fresh: false });
    expect(tokenRequests()).toHaveLength(1);
    await identity.appToken(connector, tenantId, { fresh: true });
    expect(tokenRequests()).toHaveLength(2);
  });

  it('is not kept for a connector that was removed', async () => {
    await identity.appToken(connector, tenantId, { fresh: false });
    identity.dropProfile(connector.profile.id);
    await identity.appToken(connector, tenantId, { fresh: false });
    expect(tokenRequests()).toHaveLength(2);
  });

  it('is signed for with the certificate', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const credential = {
      kind: 'certificate',
      certificatePem: '',
      privateKeyPem,
      thumbprint: 'ab'.repeat(32),
      expiresAt: 0,
    } as const;
    await identity.appToken(connectorWith(credential), tenantId, { fresh: true });
    const assertion = new URLSearchParams(tokenRequests()[0]?.body).get('client_assertion') ?? '';
    const header: unknown = JSON.parse(
      Buffer.from(assertion.split('.')[0] ?? '', 'base64url').toString(),
    );
    expect(header).toMatchObject({
      alg: 'PS256',
      'x5t#S256': Buffer.from('ab'.repeat(32), 'hex').toString('base64url'),
    });
  });

  it('never reaches the ledger', async () => {
    await identity.appToken(connector, tenantId, { fresh: true });
    expect(caches.parts.size).toBe(0);
  });

  it('of another tenant is refused', async () => {
    tokenEndpoint = appTokenOf(otherTenantId);
    await expect(identity.appToken(connector, tenantId, { fresh: true })).rejects.toMatchObject({
      code: 'identity.wrongTenant',
      params: { found: otherTenantId, expected: tenantId },
    });
  });

  it('without a credential is not asked for', async () => {
    const bare = connectorWith(null);
    await expect(identity.appToken(bare, tenantId, { fresh: true })).rejects.toMatchObject({
      code: 'identity.noCredential',
    });
    expect(requests).toEqual([]);
  });

  it('with a broken key is not asked for', async () => {
    const broken = connectorWith({
      kind: 'certificate',
      certificatePem: '',
      privateKeyPem: 'no key',
      thumbprint: 'ab',
      expiresAt: 0,
    });
    await expect(identity.appToken(broken, tenantId, { fresh: true })).rejects.toMatchObject({
      code: 'identity.credentialUnusable',
    });
  });

  it('that is refused tells the number', async () => {
    tokenEndpoint = () =>
      json(
        {
          error: 'invalid_client',
          error_description: 'AADSTS7000229: The client application is missing service principal.',
          error_codes: [7000229],
        },
        401,
      );
    await expect(identity.appToken(connector, tenantId, { fresh: true })).rejects.toMatchObject({
      code: 'aadsts.7000229',
      retry: 'after',
    });
  });

  it('of a tenant that is gone tells so, not that something was unusable', async () => {
    discovery = () =>
      json({ error: 'invalid_tenant', error_description: 'AADSTS90002: Tenant not found.' }, 400);
    await expect(identity.appToken(connector, tenantId, { fresh: true })).rejects.toMatchObject({
      code: 'aadsts.90002',
    });
  });

  it.each(['discovery', 'token'])('without a network at %s says that', async (where) => {
    const offline = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    if (where === 'discovery') discovery = () => offline;
    else tokenEndpoint = () => offline;
    await expect(identity.appToken(connector, tenantId, { fresh: true })).rejects.toMatchObject({
      code: 'network.offline',
    });
  });

  const page = (status: number) =>
    new Response('<html>Sign in to the guest network</html>', {
      status,
      headers: { 'content-type': 'text/html' },
    });
  it.each([
    [200, 'network.intercepted', 'after'],
    [403, 'network.intercepted', 'after'],
    [404, 'network.intercepted', 'after'],
    [503, 'identity.serviceUnavailable', 'after'],
    [429, 'identity.serviceUnavailable', 'after'],
  ])('for which a page came with %i is not refused by Microsoft', async (status, code, retry) => {
    const answers = [
      () => page(status),
      () => json({ message: 'blocked by policy' }, status),
      () => json([], status),
    ];
    for (const given of answers) {
      tokenEndpoint = given;
      await expect(identity.appToken(connector, tenantId, { fresh: true })).rejects.toMatchObject({
        code,
        retry,
        raw: { httpStatus: status },
      });
    }
    discovery = () => page(status);
    await expect(identity.appToken(connector, otherTenantId, { fresh: true })).rejects.toThrow(
      code,
    );
    await expect(identity.discover(cloud, 'contoso.example')).rejects.toThrow(code);
  });

  const refusal = (number: number, error = 'invalid_grant') =>
    json({ error, error_description: `AADSTS${number}: x`, error_codes: [number] }, 400);
  it.each([
    [50076, 'aadsts.connectorRule'],
    [50079, 'aadsts.connectorRule'],
    [50173, 'aadsts.connectorRefused'],
    [700082, 'aadsts.connectorRefused'],
    [999991, 'aadsts.connectorRefused'],
    [5000225, 'aadsts.5000225'],
    [53003, 'aadsts.53003'],
  ])('that is refused with %i is not asked to sign in: nobody does', async (number, code) => {
    tokenEndpoint = () => refusal(number);
    const asked = identity.appToken(connector, tenantId, { fresh: true });
    const problem = await asked.then(() => nothing, problemOf);
    expect(problem).toMatchObject({ code, raw: { code: `AADSTS${number}` } });
    expect(problem.retry).not.toBe('now');
    const { meaning, cure } = describeProblem(createText('en'), problem);
    expect(`${meaning} ${cure}`).not.toMatch(/sign in|the account/i);
  });

  it('that is refused without a number is not asked to sign in either', async () => {
    tokenEndpoint = () => json({ error: 'interaction_required', error_description: '' }, 400);
    await expect(identity.appToken(connector, tenantId, { fresh: true })).rejects.toMatchObject({
      code: 'identity.refused',
      params: { error: 'interaction_required' },
    });
  });

  it('can be cancelled', async () => {
    const stop = new AbortController();
    tokenEndpoint = () => {
      stop.abort();
      return new Error('aborted');
    };
    const asked = identity.appToken(connector, tenantId, { fresh: true, signal: stop.signal });
    await expect(asked).rejects.toMatchObject({ name: 'CancelledError' });
  });
});

describe('the sign-in of a technician', () => {
  /** What a browser does with Microsoft's form_post page. */
  const signInAs = (tid: string) => async (url: URL) => {
    tokenEndpoint = personTokens(tid);
    const back = new URL(url.searchParams.get('redirect_uri') ?? '');
    await fetch(`http://127.0.0.1:${back.port}/`, {
      method: 'POST',
      body: new URLSearchParams({ code: 'c', state: url.searchParams.get('state') ?? '' }),
    });
  };

  const neverAborted = (): AbortSignal => new AbortController().signal;

  it('opens the page of this tenant and keeps the account for silent use', async () => {
    onOpen = signInAs(tenantId);
    const token = await identity.signIn(connector, tenantId, neverAborted());
    expect(token).toMatchObject({
      tenantId,
      scopes: ['User.Read', 'GroupMember.Read.All'],
      account: 'ada@contoso.example',
    });
    expect(opened[0]).toMatch(`http://localhost:5003/${tenantId}/oauth2/v2.0/authorize?`);
    expect(await identity.account(connector, tenantId)).toBe('ada@contoso.example');
    const fresh = await identity.delegatedToken(connector, tenantId, { fresh: true });
    expect(fresh?.account).toBe('ada@contoso.example');
    expect(new URLSearchParams(tokenRequests().at(-1)?.body).get('grant_type')).toBe(
      'refresh_token',
    );
  });

  it('serves no tenant that it was not made for', async () => {
    onOpen = signInAs(tenantId);
    await identity.signIn(connector, tenantId, neverAborted());
    expect(await identity.account(connector, otherTenantId)).toBeNull();
    expect(await identity.delegatedToken(connector, otherTenantId, { fresh: false })).toBeNull();
  });

  it('to another tenant is refused and not kept', async () => {
    onOpen = signInAs(otherTenantId);
    await expect(identity.signIn(connector, tenantId, neverAborted())).rejects.toMatchObject({
      code: 'identity.wrongTenant',
    });
    expect([...caches.parts.values()].join('')).not.toContain('refresh-me');
  });

  it('ends when it is cancelled while the browser is open', async () => {
    const stop = new AbortController();
    onOpen = () => Promise.resolve(stop.abort());
    await expect(identity.signIn(connector, tenantId, stop.signal)).rejects.toMatchObject({
      name: 'CancelledError',
    });
  });

  it('says that no browser could be opened', async () => {
    onOpen = () => Promise.reject(new Error('no display'));
    await expect(identity.signIn(connector, tenantId, neverAborted())).rejects.toMatchObject({
      code: 'identity.browserNotOpened',
    });
  });

  it('is forgotten with its tenant', async () => {
    onOpen = signInAs(tenantId);
    await identity.signIn(connector, tenantId, neverAborted());
    await identity.forget(connector.profile.id, tenantId);
    expect(caches.parts.size).toBe(0);
    expect(await identity.account(connector, tenantId)).toBeNull();
  });
});

describe('one sign-in of a partner’s technician', () => {
  const home = '0a1b2c3d-7777-4222-8333-444455556666';
  const third = '0a1b2c3d-3333-4222-8333-444455556666';
  const wants = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

  /** Every tenant accepts the partner, except those listed. */
  const reaching =
    (others: Readonly<Record<string, () => Response>> = {}): TokenEndpoint =>
    (form, tenant) =>
      others[tenant]?.() ?? personTokens(tenant, home)(form, tenant);
  const refusal =
    (error: string, number: number, more: object = {}) =>
    () =>
      json(
        { error, error_description: `AADSTS${number}: No.`, error_codes: [number], ...more },
        400,
      );
  const mfa = refusal('interaction_required', 50076, { suberror: 'basic_action', claims: wants });
  const unknownUser = refusal('invalid_grant', 50020);

  const signInTo = async (tenant: string, endpoint: TokenEndpoint): Promise<void> => {
    onOpen = async (url) => {
      tokenEndpoint = endpoint;
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      await fetch(`http://127.0.0.1:${back.port}/`, {
        method: 'POST',
        body: new URLSearchParams({ code: 'c', state: url.searchParams.get('state') ?? '' }),
      });
    };
    await identity.signIn(connector, tenant, new AbortController().signal);
  };
  /** MSAL adds its own claims for the ID token. */
  const wanted = (asked: URLSearchParams): unknown => JSON.parse(asked.get('claims') ?? 'null');
  const silently = async (tenant: string) =>
    await identity.delegatedToken(connector, tenant, { fresh: true });

  it('serves every other tenant that it reaches, without a page', async () => {
    await signInTo(tenantId, reaching());
    expect(opened).toHaveLength(1);
    expect(await identity.account(connector, otherTenantId)).toBe('ada@contoso.example');
    expect(await silently(otherTenantId)).toMatchObject({ tenantId: otherTenantId });
    expect(new URL(tokenRequests().at(-1)?.url ?? '').pathname).toContain(otherTenantId);
    expect(await silently(third)).toMatchObject({ tenantId: third });
    expect(opened).toHaveLength(1);
    const [account] = await identity.accounts(connector);
    expect([...(account?.tenantProfiles?.keys() ?? [])].toSorted()).toEqual(
      [tenantId, otherTenantId, third].toSorted(),
    );
    expect(caches.parts.size).toBe(1);
    expect(await identity.demands()).toEqual([]);
  });

  it('is nobody’s where the tenant does not know the account, which is not asked again for a while', async () => {
    await signInTo(tenantId, reaching({ [otherTenantId]: unknownUser }));
    expect(await silently(otherTenantId)).toBeNull();
    const asked = requests.length;
    expect(await silently(otherTenantId)).toBeNull();
    expect(requests).toHaveLength(asked);
    expect(await identity.account(connector, otherTenantId)).toBeNull();
    expect(await identity.demands()).toEqual([]);
    now += 15 * 60_000;
    tokenEndpoint = reaching();
    expect(await silently(otherTenantId)).toMatchObject({ tenantId: otherTenantId });
  });

  it('that a tenant finds wanting is kept as a demand, carried out, and then forgotten', async () => {
    await signInTo(tenantId, reaching({ [otherTenantId]: mfa }));
    await expect(silently(otherTenantId)).rejects.toMatchObject({ code: 'aadsts.50076' });
    expect(await identity.demands()).toMatchObject([
      { tenantId: otherTenantId, account: 'ada@contoso.example', claims: wants },
    ]);
    expect(await identity.account(connector, otherTenantId)).toBeNull();

    await signInTo(otherTenantId, reaching());
    const page = new URL(opened.at(-1) ?? '');
    expect(wanted(page.searchParams)).toMatchObject(JSON.parse(wants));
    expect(page.searchParams.get('login_hint')).toBe('ada@contoso.example');
    expect(page.searchParams.get('prompt')).toBeNull();
    expect(await identity.demands()).toEqual([]);
    expect(await silently(otherTenantId)).toMatchObject({ tenantId: otherTenantId });
  });

  it('has no demand any more when a silent sign-in fulfils it', async () => {
    await signInTo(tenantId, reaching({ [otherTenantId]: mfa }));
    await expect(silently(otherTenantId)).rejects.toMatchObject({ code: 'aadsts.50076' });
    tokenEndpoint = reaching();
    await silently(otherTenantId);
    expect(wanted(new URLSearchParams(tokenRequests().at(-1)?.body))).toMatchObject(
      JSON.parse(wants),
    );
    expect(await identity.demands()).toEqual([]);
  });

  it.each([
    ['a Conditional Access block', 'access_denied', 53003, 1],
    ['no consent', 'invalid_grant', 65001, 0],
    ['a busy service', 'temporarily_unavailable', 90033, 0],
  ])('with %s demands what it can demand', async (_, error, number, demands) => {
    await signInTo(tenantId, reaching({ [otherTenantId]: refusal(error, number) }));
    await expect(silently(otherTenantId)).rejects.toMatchObject({ code: `aadsts.${number}` });
    expect(await identity.demands()).toHaveLength(demands);
  });

  it('that Graph finds wanting is asked for with Graph’s claims', async () => {
    await signInTo(tenantId, reaching());
    const challenge = new ClaimsChallenge(wants, { params: {}, retry: 'now' });
    await identity.challenged(connector, tenantId, challenge);
    await silently(tenantId);
    expect(wanted(new URLSearchParams(tokenRequests().at(-1)?.body))).toMatchObject(
      JSON.parse(wants),
    );
    expect(await identity.demands()).toEqual([]);
  });

  it('ends for all tenants at once when it is signed out', async () => {
    await signInTo(tenantId, reaching({ [third]: mfa }));
    await silently(otherTenantId);
    await expect(silently(third)).rejects.toMatchObject({ code: 'aadsts.50076' });
    const [account] = await identity.accounts(connector);
    await identity.signOut(connector.profile.id, account?.homeAccountId ?? '');
    expect(caches.parts.size).toBe(0);
    expect(await silently(tenantId)).toBeNull();
    expect(await identity.demands()).toEqual([]);
  });

  it('stays for the others when one tenant is forgotten', async () => {
    await signInTo(tenantId, reaching());
    await silently(otherTenantId);
    await identity.forget(connector.profile.id, tenantId);
    expect(await silently(otherTenantId)).toMatchObject({ tenantId: otherTenantId });
  });
});

describe('discovery', () => {
  it('finds the tenant id of a domain', async () => {
    discovery = () => json({ issuer: `${authority}/${tenantId.toUpperCase()}/v2.0` });
    expect(await identity.discover(cloud, ' Contoso.com ')).toEqual({
      tenantId,
      name: 'contoso.com',
    });
    expect(requests[0]).toMatchObject({
      url: `${authority}/contoso.com/v2.0/.well-known/openid-configuration`,
      method: 'GET',
      caPem: 'the CA',
    });
  });

  it('says that nobody knows the domain', async () => {
    discovery = () =>
      json(
        { error: 'invalid_tenant', error_description: "AADSTS90002: Tenant 'x' not found." },
        400,
      );
    await expect(identity.discover(cloud, 'contoso.com')).rejects.toMatchObject({
      code: 'tenant.notFound',
      params: { input: 'contoso.com' },
    });
  });

  it.each([
    ['another tenant', { issuer: `${authority}/${otherTenantId}/v2.0` }],
    ['no tenant', { issuer: `${authority}/{tenantid}/v2.0` }],
    ['nothing', {}],
  ])('refuses an answer that names %s', async (_, body) => {
    discovery = () => json(body);
    await expect(identity.discover(cloud, tenantId)).rejects.toMatchObject({
      code: 'tenant.unreadableDiscovery',
    });
  });

  it('says that the network is gone', async () => {
    discovery = () => Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    await expect(identity.discover(cloud, tenantId)).rejects.toMatchObject({
      code: 'network.refused',
      params: { host: '127.0.0.1:5001' },
    });
  });
});
