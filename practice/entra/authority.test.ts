import { createHash, createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCredential } from '../certificates/issue.ts';
import type { CertifiedKey } from '../certificates/issue.ts';
import { keepSecret, readCertificate, thumbprints } from '../world/registered-credential.ts';
import { createRequestLog } from '../requests/request-log.ts';
import { createCustomers } from '../customers/create-customers.ts';
import { FaultStore } from '../faults/fault-store.ts';
import { currentPrincipalOf, deletePrincipal, setScopes } from '../world/principals.ts';
import type { Account, AppRegistration, PracticeTenant } from '../world/types.ts';
import { openWorld } from '../world/world-store.ts';
import type { WorldStore } from '../world/world-store.ts';
import { createAccessTokenVerifier } from './access-tokens.ts';
import type { TokenIssuer } from './access-tokens.ts';
import { acceptAdminConsent } from './admin-consent.ts';
import { createAuthority } from './authority.ts';
import { createAuthorizationCodes } from './authorization-codes.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { createRefreshTokens, revokeRefreshTokens } from './refresh-tokens.ts';
import { openSigningKey } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';

const base = 'https://127.0.0.1:1';
const day = 24 * 60 * 60 * 1000;
const verifier = 'a-verifier-of-more-than-forty-three-characters-in-length';

let folder: string;
let key: SigningKey;
let credential: CertifiedKey;
let store: WorldStore;
let authority: ReturnType<typeof createAuthority>;
let codes: AuthorizationCodes;
let issuer: TokenIssuer;
let faults: FaultStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-entra-'));
  key = await openSigningKey(folder);
  credential = await issueCredential('Test connector', Date.now());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  store = openWorld({
    folder: mkdtempSync(join(folder, 'world-')),
    systemNow: Date.now,
    largeGroups: 20,
    makeCustomers: createCustomers,
    furnish: ([one]) => {
      one?.secrets.push(
        keepSecret('right', null, Date.now() - day, Date.now() + day),
        keepSecret('old', null, Date.now() - 2 * day, Date.now() - day),
      );
      one?.certificates.push(readCertificate(credential.certificate, null));
    },
  });
  issuer = {
    key,
    authorityBaseUrl: () => base,
    graphBaseUrl: () => base,
    now: () => Math.floor(Date.now() / 1000),
  };
  codes = createAuthorizationCodes(Date.now);
  faults = new FaultStore();
  authority = createAuthority({
    store,
    issuer,
    codes,
    refreshTokens: createRefreshTokens(store.world, key, () => store.clock.now()),
    addresses: () => ({
      authorityBaseUrl: base,
      browserBaseUrl: 'http://localhost:2',
      graphBaseUrl: base,
    }),
    faults,
    log: createRequestLog(),
  });
});

function tenant(word: string): PracticeTenant {
  const found = [...store.world.tenants.values()].find((one) => one.key === word);
  if (found === undefined) throw new Error(`no tenant ${word}`);
  return found;
}

function connector(): AppRegistration {
  const [found] = store.world.registrations;
  if (found === undefined) throw new Error('no connector');
  return found;
}

function account(where: PracticeTenant, role: Account['role']): Account {
  const found = where.accounts.find((one) => one.role === role);
  if (found === undefined) throw new Error(`no ${role}`);
  return found;
}

/** A partner's technician who can access the customers with this role. */
function technician(role: Account['role']): Account {
  const found = tenant('partner').accounts.find((one) => one.partnerAccess?.[0]?.role === role);
  if (found === undefined) throw new Error(`no technician with ${role}`);
  return found;
}

async function ask(where: string, form: Record<string, string>) {
  const response = await authority.request(`/${where}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'client-request-id': '00000000-0000-4000-8000-0000000000aa',
    },
    body: new URLSearchParams(form).toString(),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function asApplication(where: PracticeTenant, proof: Record<string, string> = {}) {
  return await ask(where.tenantId, {
    grant_type: 'client_credentials',
    client_id: connector().clientId,
    scope: `${base}/.default`,
    client_secret: 'right',
    ...proof,
  });
}

async function assertion(
  where: PracticeTenant,
  changes: { key?: string; audience?: string; from?: number; alg?: string; print?: string } = {},
): Promise<Record<string, string>> {
  const print = createHash('sha256')
    .update(new X509Certificate(credential.certificate).raw)
    .digest('base64url');
  const from = changes.from ?? Math.floor(Date.now() / 1000);
  const jwt = await new SignJWT({})
    .setProtectedHeader({ alg: changes.alg ?? 'PS256', 'x5t#S256': changes.print ?? print })
    .setIssuer(connector().clientId)
    .setSubject(connector().clientId)
    .setAudience(changes.audience ?? `${base}/${where.tenantId}/oauth2/v2.0/token`)
    .setJti(randomUUID())
    .setNotBefore(from)
    .setExpirationTime(from + 600)
    .sign(createPrivateKey(changes.key ?? credential.privateKey));
  return {
    client_secret: '',
    client_assertion: jwt,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  };
}

function code(where: PracticeTenant, who: Account, scopes = ['.default']): string {
  return codes.issue({
    clientId: connector().clientId,
    tenantId: where.tenantId,
    account: who,
    scopes: [...scopes, 'openid', 'profile', 'offline_access'],
    redirectUri: 'http://localhost:4711',
    codeChallenge: createHash('sha256').update(verifier).digest('base64url'),
    nonce: 'n',
  });
}

async function redeem(where: PracticeTenant, given: string, changes: Record<string, string> = {}) {
  return await ask(where.tenantId, {
    grant_type: 'authorization_code',
    client_id: connector().clientId,
    code: given,
    code_verifier: verifier,
    redirect_uri: 'http://localhost:4711',
    ...changes,
  });
}

describe('Discovery', () => {
  it.each(['healthy', 'large'])('leads from every domain of %s to its id', async (word) => {
    const { tenantId, domains } = tenant(word);
    for (const name of [tenantId, ...domains.map((domain) => domain.name.toUpperCase())]) {
      const answer = await authority.request(`/${name}/v2.0/.well-known/openid-configuration`);
      expect(await answer.json()).toMatchObject({
        issuer: `${base}/${tenantId}/v2.0`,
        token_endpoint: `${base}/${tenantId}/oauth2/v2.0/token`,
        authorization_endpoint: `http://localhost:2/${tenantId}/oauth2/v2.0/authorize`,
      });
    }
  });

  it('refuses a domain that nobody has verified', async () => {
    const answer = await authority.request(
      '/nowhere.example/v2.0/.well-known/openid-configuration',
    );
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_tenant', error_codes: [90002] });
  });
});

describe('An application alone', () => {
  it('gets its granted permissions by secret and by certificate, and Graph takes the token', async () => {
    const healthy = tenant('healthy');
    const principal = currentPrincipalOf(healthy, connector().clientId);
    for (const [proof, strength] of [
      [{}, '1'],
      [await assertion(healthy), '2'],
      [await assertion(healthy, { alg: 'RS256' }), '2'],
    ] as const) {
      const { body } = await asApplication(healthy, proof);
      const claims = decodeJwt(String(body['access_token']));
      expect(claims).toMatchObject({
        aud: base,
        tid: healthy.tenantId,
        oid: principal?.objectId,
        appid: connector().clientId,
        appidacr: strength,
        roles: ['Directory.Read.All'],
        ver: '1.0',
      });
      const check = createAccessTokenVerifier(issuer);
      const verified = await check(store.world, store.clock, `Bearer ${body['access_token']}`);
      expect(verified).toMatchObject({ ok: true });
    }
  });

  it('may send the same assertion again while it is valid', async () => {
    const healthy = tenant('healthy');
    const proof = await assertion(healthy);
    expect((await asApplication(healthy, proof)).status).toBe(200);
    expect((await asApplication(healthy, proof)).status).toBe(200);
  });

  it.each([
    ['a wrong secret', 7000215, async () => ({ client_secret: 'wrong' })],
    ['an expired secret', 7000222, async () => ({ client_secret: 'old' })],
    [
      "another's key",
      700027,
      async () =>
        await assertion(tenant('healthy'), {
          key: (await issueCredential('Other', Date.now())).privateKey,
        }),
    ],
    [
      'a certificate that is not registered',
      700027,
      async () => await assertion(tenant('healthy'), { print: 'other' }),
    ],
    [
      'an assertion of yesterday',
      700024,
      async () =>
        await assertion(tenant('healthy'), { from: Math.floor((Date.now() - day) / 1000) }),
    ],
    [
      'an assertion of tomorrow',
      700024,
      async () =>
        await assertion(tenant('healthy'), { from: Math.floor((Date.now() + day) / 1000) }),
    ],
    [
      'an assertion for another tenant',
      700023,
      async () =>
        await assertion(tenant('healthy'), {
          audience: `${base}/${tenant('large').tenantId}/oauth2/v2.0/token`,
        }),
    ],
  ])('is refused with %s', async (_what, number, proof) => {
    const answer = await asApplication(tenant('healthy'), await proof());
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: 'invalid_client', error_codes: [number] });
  });

  it('may have several certificates, each good until its own end', async () => {
    const healthy = tenant('healthy');
    const second = await issueCredential('Second computer', Date.now());
    const registered = readCertificate(second.certificate, null);
    connector().certificates.push(registered);
    const print = thumbprints(second.certificate).sha256.toString('base64url');
    const proof = await assertion(healthy, { key: second.privateKey, print });
    expect((await asApplication(healthy, proof)).status).toBe(200);
    expect((await asApplication(healthy, await assertion(healthy))).status).toBe(200);

    registered.expiresAt = Date.now() - day;
    const late = await asApplication(healthy, proof);
    expect(late.body).toMatchObject({ error: 'invalid_client', error_codes: [700027] });
    expect(late.body['error_description']).toContain('The key used is expired.');
    connector().certificates = [];
    const unknown = await asApplication(healthy, await assertion(healthy));
    expect(unknown.body).toMatchObject({ error_codes: [700027] });
    expect(unknown.body['error_description']).toContain('The key was not found.');
  });

  it('that is single-tenant is found at home alone', async () => {
    connector().multiTenant = false;
    expect((await asApplication(tenant('partner'))).status).toBe(200);
    const away = await asApplication(tenant('healthy'));
    expect(away.body).toMatchObject({ error: 'unauthorized_client', error_codes: [700016] });
    const nowhere = await ask('organizations', {
      grant_type: 'refresh_token',
      client_id: connector().clientId,
      refresh_token: 'any',
    });
    expect(nowhere.body).toMatchObject({ error_codes: [50194] });
  });

  it('is told apart: not installed, unknown, disabled, broken', async () => {
    const numberOf = async (where: PracticeTenant, more = {}): Promise<unknown> =>
      (await asApplication(where, more)).body['error_codes'];
    expect(await numberOf(tenant('neverGranted'))).toEqual([7000229]);
    expect(await numberOf(tenant('healthy'), { client_id: randomUUID() })).toEqual([700016]);
    expect(await numberOf(tenant('domainRefused'))).toEqual([650056]);
    const principal = currentPrincipalOf(tenant('healthy'), connector().clientId);
    if (principal) principal.accountEnabled = false;
    expect(await numberOf(tenant('healthy'))).toEqual([7000112]);
  });

  it('is heard again after its deletion and a new consent where it was broken', async () => {
    const broken = tenant('domainRefused');
    const before = currentPrincipalOf(broken, connector().clientId)?.objectId ?? '';
    expect(acceptAdminConsent(store, broken, connector())).toEqual({ ok: true });
    store.advance(day);
    expect((await asApplication(broken)).body['error_codes']).toEqual([650056]);

    store.change(() => deletePrincipal(broken, before, store.clock.now()));
    expect(acceptAdminConsent(store, broken, connector())).toMatchObject({ code: 650051 });
    store.advance(day);
    expect((await asApplication(broken)).body['error_codes']).toEqual([7000229]);
    expect(acceptAdminConsent(store, broken, connector())).toEqual({ ok: true });
    expect(acceptAdminConsent(store, broken, connector())).toMatchObject({ code: 650051 });
    store.advance(day);
    const { body } = await asApplication(broken);
    const claims = decodeJwt(String(body['access_token']));
    expect(claims).toMatchObject({ roles: ['Directory.Read.All'] });
    expect(claims['oid']).not.toBe(before);
  });

  it('sees a new consent in stages: not installed, a token without roles, then the roles', async () => {
    const newcomer = tenant('neverGranted');
    store.world.settings.effect = { principal: 1_000_000, token: 2_000_000, graph: 0, index: 0 };
    acceptAdminConsent(store, newcomer, connector());
    expect((await asApplication(newcomer)).body['error_codes']).toEqual([7000229]);
    store.advance(1_000_000);
    const bare = await asApplication(newcomer);
    expect(decodeJwt(String(bare.body['access_token']))).not.toHaveProperty('roles');
    store.advance(1_000_000);
    const full = await asApplication(newcomer);
    expect(decodeJwt(String(full.body['access_token']))).toHaveProperty('roles');
  });

  it('cannot ask at organizations, for single scopes or for another resource', async () => {
    const form = {
      grant_type: 'client_credentials',
      client_id: connector().clientId,
      client_secret: 'right',
    };
    const { tenantId } = tenant('healthy');
    const number = async (where: string, scope: string): Promise<unknown> =>
      (await ask(where, { ...form, scope })).body['error_codes'];
    expect(await number('organizations', `${base}/.default`)).toEqual([9001023]);
    expect(await number(tenantId, 'User.Read')).toEqual([1002012]);
    expect(await number(tenantId, 'https://graph.example/.default')).toEqual([500011]);
  });
});

describe('A person', () => {
  it('gets tokens for a code once, and only with its verifier and redirect', async () => {
    const healthy = tenant('healthy');
    const who = account(healthy, 'globalAdministrator');
    const good = code(healthy, who);
    const { body } = await redeem(healthy, good);
    expect(decodeJwt(String(body['access_token']))).toMatchObject({
      tid: healthy.tenantId,
      oid: who.objectId,
      scp: 'User.Read GroupMember.Read.All',
      wids: expect.arrayContaining(['62e90394-69f5-4237-9190-012177145e10']),
    });
    expect(decodeJwt(String(body['id_token']))).toMatchObject({
      aud: connector().clientId,
      iss: `${base}/${healthy.tenantId}/v2.0`,
      nonce: 'n',
    });
    const numberOf = async (given: string, changes = {}): Promise<unknown> =>
      (await redeem(healthy, given, changes)).body['error_codes'];
    expect(await numberOf(good)).toEqual([54005]);
    expect(await numberOf(code(healthy, who), { code_verifier: 'crossed' })).toEqual([501481]);
    expect(await numberOf('invented')).toEqual([70000]);
    expect(await numberOf(code(healthy, who), { client_secret: 'right' })).toEqual([700025]);
    expect(await numberOf(code(tenant('large'), who))).toEqual([700005]);
  });

  it('of a partner reaches a second customer with the first sign-in, and none without the app', async () => {
    const healthy = tenant('healthy');
    const who = technician('directoryReaders');
    const { body } = await redeem(healthy, code(healthy, who));
    const refresh = async (where: PracticeTenant) =>
      await ask(where.tenantId, {
        grant_type: 'refresh_token',
        client_id: connector().clientId,
        refresh_token: String(body['refresh_token']),
        scope: `${base}/.default openid profile offline_access`,
      });
    const second = await refresh(tenant('large'));
    expect(decodeJwt(String(second.body['access_token']))).toMatchObject({
      tid: tenant('large').tenantId,
      oid: who.objectId,
    });
    expect((await refresh(tenant('neverGranted'))).body['error_codes']).toEqual([90099]);
  });

  it('of one customer does not reach another', async () => {
    const healthy = tenant('healthy');
    const { body } = await redeem(healthy, code(healthy, account(healthy, 'none')));
    const answer = await ask(tenant('large').tenantId, {
      grant_type: 'refresh_token',
      client_id: connector().clientId,
      refresh_token: String(body['refresh_token']),
      scope: `${base}/.default`,
    });
    expect(answer.body['error_codes']).toEqual([50020]);
  });

  it('signs in again after 90 idle days, and after a revocation', async () => {
    const healthy = tenant('healthy');
    const who = account(healthy, 'none');
    const form = async (): Promise<Record<string, string>> => ({
      grant_type: 'refresh_token',
      client_id: connector().clientId,
      refresh_token: String((await redeem(healthy, code(healthy, who))).body['refresh_token']),
      scope: `${base}/.default`,
    });
    const lapsed = await form();
    expect((await ask(healthy.tenantId, lapsed)).status).toBe(200);
    store.advance(91 * day);
    expect((await ask(healthy.tenantId, lapsed)).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [700082],
    });
    const revoked = await form();
    revokeRefreshTokens(store.world, who.userPrincipalName, store.clock.now());
    expect((await ask(healthy.tenantId, revoked)).body['error_codes']).toEqual([50173]);
  });

  it('is asked for consent where a scope is not granted, and for assignment where it is required', async () => {
    const healthy = tenant('healthy');
    const who = account(healthy, 'none');
    const wider = await redeem(healthy, code(healthy, who, ['User.Read.All']));
    expect(wider.body).toMatchObject({ error_codes: [65001], suberror: 'consent_required' });
    const principal = currentPrincipalOf(healthy, connector().clientId);
    if (!principal) throw new Error('the connector is not there');
    principal.appRoleAssignmentRequired = true;
    expect((await redeem(healthy, code(healthy, who))).body['error_codes']).toEqual([50105]);
    principal.assignedUsers = [who.objectId];
    expect((await redeem(healthy, code(healthy, who))).status).toBe(200);
  });

  it('may use at once what the very sign-in consented to, and by refresh when it has taken effect', async () => {
    const healthy = tenant('healthy');
    const who = account(healthy, 'none');
    const principalId = currentPrincipalOf(healthy, connector().clientId)?.objectId ?? '';
    const client = { principalId, resourceId: principalId };
    setScopes(healthy, client, who.objectId, ['User.Read.All'], store.clock.now());
    const first = await redeem(healthy, code(healthy, who, ['User.Read.All']));
    expect(String(first.body['scope'])).toContain('User.Read.All');
    const again = async () =>
      await ask(healthy.tenantId, {
        grant_type: 'refresh_token',
        client_id: connector().clientId,
        refresh_token: String(first.body['refresh_token']),
        scope: `${base}/User.Read.All`,
      });
    expect((await again()).body['error_codes']).toEqual([65001]);
    store.advance(store.world.settings.effect.token);
    expect((await again()).status).toBe(200);
  });
});

describe('A refusal', () => {
  it("carries Entra's ids, and the caller's own as correlation id", async () => {
    const { body } = await asApplication(tenant('neverGranted'));
    expect(body['correlation_id']).toBe('00000000-0000-4000-8000-0000000000aa');
    expect(body['error_description']).toMatch(
      /^AADSTS7000229: .+\r\nTrace ID: [\da-f-]{36}\r\nCorrelation ID: 0{8}-.+\r\nTimestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/,
    );
  });

  it('can be injected by name, and a fault of Graph is left for Graph', async () => {
    faults.set({ faults: [{ type: 'error', status: 503, code: 'serviceNotAvailable' }] });
    expect((await asApplication(tenant('healthy'))).status).toBe(200);
    expect(faults.waiting).toHaveLength(1);
    faults.set({
      faults: [{ type: 'error', status: 503, code: 'AADSTS90033', endpoint: 'token' }],
    });
    expect((await asApplication(tenant('healthy'))).body['error_codes']).toEqual([90033]);
    expect((await asApplication(tenant('healthy'))).status).toBe(200);
  });
});

describe('An access token', () => {
  it('is refused when it is forged, meant for another audience, or missing', async () => {
    const check = createAccessTokenVerifier(issuer);
    const { body } = await asApplication(tenant('healthy'));
    const token = String(body['access_token']);
    const [head = '', claims = '', signature = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify({ ...decodeJwt(token), roles: ['All'] }));
    for (const header of [
      undefined,
      'Bearer',
      `Bearer ${head}.${other.toString('base64url')}.${signature}`,
      `Bearer ${head}.${claims}.`,
    ]) {
      expect((await check(store.world, store.clock, header)).ok).toBe(false);
    }
    const elsewhere = createAccessTokenVerifier({ ...issuer, graphBaseUrl: () => 'https://else' });
    expect((await elsewhere(store.world, store.clock, `Bearer ${token}`)).ok).toBe(false);
  });
});
