import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cloud } from '../../electron/engine/clouds/cloud.ts';
import { createClouds } from '../../electron/engine/clouds/clouds.ts';
import type { CredentialRecord } from '../../electron/engine/connectors/store.ts';
import { createGraphFactory } from '../../electron/engine/graph/create-graph-factory.ts';
import type { GraphFactory } from '../../electron/engine/graph/graph.ts';
import { createIdentity } from '../../electron/engine/identity/create-identity.ts';
import type { Connector, Identity } from '../../electron/engine/identity/identity.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { createNodeNetwork } from '../../electron/platform/network.ts';
import type { NodeNetwork } from '../../electron/platform/network.ts';
import { systemRandom } from '../../electron/platform/random.ts';
import { createAdministrator } from '../support/administrator.ts';
import { takesEffectAfter } from '../support/connected-host.ts';
import { silentLog } from '../support/engine-rooms.ts';
import { createMemoryCaches, createMemoryDemands } from '../support/memory-accounts.ts';
import { readGraphDescription } from '../support/graph-description.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { recordNetwork } from '../support/recording-network.ts';
import type { RecordingNetwork } from '../support/recording-network.ts';

let practice: PracticeCloud;
let node: NodeNetwork;
let network: RecordingNetwork;
let cloud: Cloud;
let identity: Identity;
let graphs: GraphFactory;
let certificate: CredentialRecord;
let secret: string;
/** What a person does with a page that the engine opens. */
let onOpen: (url: string) => unknown;

beforeAll(async () => {
  practice = await startPracticeCloud({ args: ['--groups', '200'] });
  const { cloudFile, connector } = practice.manifest;
  await takesEffectAfter(practice, 0);
  cloud = await createClouds({ readFile: (path) => readFile(path, 'utf8') }).resolve({
    kind: 'custom',
    file: cloudFile,
  });
  node = createNodeNetwork();
  network = recordNetwork(node);
  const ports = { network, clock: systemClock, random: systemRandom, log: silentLog };
  identity = createIdentity({
    ...ports,
    links: { open: (url) => Promise.resolve(void onOpen(url)) },
    tokenCache: createMemoryCaches(),
    demands: createMemoryDemands(),
    changes: { publish() {} },
  });
  graphs = createGraphFactory({ ...ports, identity });
  const pem = await readFile(connector.certificateFile, 'utf8');
  const x509 = new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE-----')));
  certificate = {
    kind: 'certificate',
    certificatePem: x509.toString(),
    privateKeyPem: pem.slice(0, pem.indexOf('-----BEGIN CERTIFICATE-----')),
    thumbprint: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
    expiresAt: x509.validToDate.getTime(),
  };
  secret = (await readFile(connector.secretFile, 'utf8')).trim();
});
afterAll(async () => {
  await node?.close();
  await practice?.dispose();
});

function connectorWith(credential: CredentialRecord, id = 'profile'): Connector {
  const { name, clientId } = practice.manifest.connector;
  const choice = { kind: 'custom', file: practice.manifest.cloudFile } as const;
  return {
    cloud,
    credential,
    profile: {
      id,
      name,
      clientId,
      cloud: choice,
      owner: 'ours',
      requiredPermissions: [],
      landingPage: null,
      backend: null,
      createdAt: 0,
    },
  };
}
const secretOf = (value: string): CredentialRecord => ({ kind: 'secret', value, expiresAt: null });

describe('a redirect URI', () => {
  it('that is not registered is refused before anyone signs in', async () => {
    const { tenantId } = practice.customer('partner');
    const connector = connectorWith(certificate);
    const refuses = (uri: string) => identity.refusesRedirect(connector, tenantId, uri);
    expect(await refuses('http://localhost')).toBe(false);
    expect(await refuses('https://nowhere.example/back')).toBe(true);
  });
});

describe('a customer', () => {
  it('is found by domain and by id, without sign-in', async () => {
    const { tenantId, primaryDomain } = practice.customer('healthy');
    const byDomain = { tenantId, name: primaryDomain };
    expect(await identity.discover(cloud, primaryDomain)).toEqual(byDomain);
    expect(await identity.discover(cloud, `Jane.Doe@${primaryDomain}`)).toEqual(byDomain);
    expect(await identity.discover(cloud, `https://www.${primaryDomain}/about`)).toEqual(byDomain);
    const byId = { tenantId, name: tenantId };
    expect(await identity.discover(cloud, tenantId.toUpperCase())).toEqual(byId);
  });

  it('that nobody knows is not found', async () => {
    await expect(identity.discover(cloud, 'nobody-knows.example')).rejects.toMatchObject({
      code: 'tenant.notFound',
    });
  });
});

describe('the connector itself', () => {
  it.each(['certificate', 'secret'])('signs in by %s', async (kind) => {
    const { tenantId } = practice.customer('healthy');
    const connector = connectorWith(kind === 'secret' ? secretOf(secret) : certificate, kind);
    const token = await identity.appToken(connector, tenantId, { fresh: true });
    expect(token).toMatchObject({ tenantId, roles: ['Directory.Read.All'], account: null });
  });

  it('is refused with a wrong secret', async () => {
    const { tenantId } = practice.customer('healthy');
    const connector = connectorWith(secretOf('wrong'), 'wrong');
    await expect(identity.appToken(connector, tenantId, { fresh: true })).rejects.toMatchObject({
      code: 'aadsts.7000215',
      raw: { code: 'AADSTS7000215', traceId: expect.any(String), at: expect.any(String) },
    });
  });

  it('is not installed where nobody granted it', async () => {
    const { tenantId } = practice.customer('neverGranted');
    const refused = identity.appToken(connectorWith(certificate), tenantId, { fresh: true });
    await expect(refused).rejects.toMatchObject({
      code: expect.stringMatching(/^aadsts\.(?:7000229|700016)$/),
      retry: 'after',
    });
  });

  it('reads the tenant that it signed in to', async () => {
    const { tenantId } = practice.customer('healthy');
    const graph = graphs.appOnly(connectorWith(certificate), tenantId);
    expect(await graph.get('/organization?$select=id,verifiedDomains')).toMatchObject({
      value: [{ id: tenantId }],
    });
    expect(await graph.all('/groups?$select=id&$top=5')).not.toHaveLength(0);
  });
});

const personOf = (key: string, role = 'globalAdministrator') => {
  const account = practice.customer(key).accounts.find((one) => one.role === role);
  if (!account) throw new Error(`${key} has nobody who is ${role}.`);
  return { ...account, browser: createAdministrator(account.userPrincipalName) };
};

describe('a consent', () => {
  it('that is accepted comes back, and the connector is there', async () => {
    const { tenantId } = practice.customer('neverGranted');
    const consent = await identity.openConsent(connectorWith(certificate), tenantId);
    const words = await personOf('neverGranted').browser.consent(consent.url, 'accept');
    expect(words).toContain('You can close this tab and return to Evergrant');
    expect(await consent.answer).toEqual({ kind: 'accepted', tenantHint: tenantId });
    await consent.close();
    const token = await identity.appToken(connectorWith(certificate), tenantId, { fresh: true });
    expect(token.roles).toEqual(['Directory.Read.All']);
  });

  it.each(['consentRequired', 'permissionDenied', 'accessDenied'])(
    'that is declined comes back, as %s',
    async (consentShape) => {
      await practice.control('POST', '/settings', { consentShape });
      const { tenantId } = practice.customer('neverGranted');
      const consent = await identity.openConsent(connectorWith(certificate), tenantId);
      await personOf('neverGranted').browser.consent(consent.url, 'cancel');
      expect(await consent.answer).toMatchObject({
        kind: 'declined',
        error: { code: 'consent.declined' },
      });
      await consent.close();
    },
  );
});

describe('a technician', () => {
  it('signs in once and is then served silently', async () => {
    const { tenantId } = practice.customer('healthy');
    const person = personOf('healthy');
    const connector = connectorWith(certificate);
    const ended: Promise<string>[] = [];
    onOpen = (url) => ended.push(person.browser.signIn(url));
    const token = await identity.signIn(connector, tenantId, new AbortController().signal);
    expect(await ended[0]).toContain('You’re signed in');
    expect(token).toMatchObject({ tenantId, account: person.userPrincipalName });
    expect(new Set(token.scopes)).toEqual(
      new Set([...token.scopes, 'User.Read', 'GroupMember.Read.All']),
    );
    const fresh = await identity.delegatedToken(connector, tenantId, { fresh: true });
    expect(fresh?.account).toBe(person.userPrincipalName);
    const graph = graphs.withToken(connector, fresh?.token ?? '');
    expect(await graph.get('/me?$select=id,userPrincipalName')).toMatchObject({
      userPrincipalName: person.userPrincipalName,
    });
  });

  it('is asked to sign in again after sessions were revoked', async () => {
    const { tenantId } = practice.customer('healthy');
    const { userPrincipalName } = personOf('healthy');
    await practice.control('POST', '/tokens/revoke', { userPrincipalName });
    const silent = identity.delegatedToken(connectorWith(certificate), tenantId, { fresh: true });
    await expect(silent).rejects.toMatchObject({ code: 'aadsts.50173', retry: 'now' });
  });
});

describe("the engine's requests", () => {
  it('are all described', () => {
    expect(network.graphRequests(cloud.graphBaseUrl)).not.toHaveLength(0);
    expect(network.objections(cloud.graphBaseUrl, readGraphDescription())).toEqual([]);
  });
});
