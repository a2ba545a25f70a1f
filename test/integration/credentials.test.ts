import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { NextCredential } from '../../electron/contract/replacement.ts';
import { createText } from '../../text/create-text.ts';
import { describeProblem } from '../../text/words/problem-text.ts';
import { createAdministrator } from '../support/administrator.ts';
import { createCertificate } from '../support/certificate.ts';
import { credentialSample, samplePassphrase } from '../support/credential-samples.ts';
import { connectedHost } from '../support/connected-host.ts';
import { startEngineHost } from '../support/engine-host.ts';

const text = createText('en', { timeZone: 'UTC' });
const sample = credentialSample('certificate.pem').toString();
const pfx: NextCredential = {
  kind: 'files',
  files: [credentialSample('openssl-3.pfx').toString('base64')],
  passphrase: samplePassphrase,
};

const here = connectedHost();
let profileId: string;
let tenantId: string;

beforeEach(async () => {
  profileId = here.profile.id;
  tenantId = await add('healthy');
  await here.host.client.grants.test({ tenantId });
});

async function add(key: string): Promise<string> {
  const domainOrId = here.cloud.customer(key).primaryDomain;
  return (await here.host.client.tenants.add({ domainOrId })).tenant.tenantId;
}

/** Changes the registration, as its owner does at Microsoft. */
const registration = (change: object) =>
  here.cloud.control('POST', `/registrations/${here.cloud.manifest.connector.clientId}`, change);

const status = async () => (await here.host.client.tenants.get({ tenantId })).status;
const solidGreen = { kind: 'granted', stale: false, reasons: [], attention: [] };
const begin = (credential: NextCredential) =>
  here.host.client.credentials.begin({ profileId, credential });
const swap = () => here.host.client.credentials.swap({ profileId });

/** The error in the words that a person reads. */
async function sentence(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error && 'data' in error)) throw new Error('It did not fail.');
  return describeProblem(text, error.data as Parameters<typeof describeProblem>[1]).meaning;
}

describe('a credential is replaced while the connection is green', () => {
  test('by a certificate made here: green throughout, and recorded', async () => {
    expect(await status()).toMatchObject(solidGreen);
    const waiting = await begin({ kind: 'newKeyPair' });
    expect(await status()).toMatchObject(solidGreen);

    expect(await sentence(swap())).toBe('Microsoft didn’t accept the connector’s certificate.');
    expect(await status()).toMatchObject(solidGreen);
    expect((await here.host.client.grants.test({ tenantId })).lastTest.refusal).toBeNull();

    await registration({ type: 'addCertificate', pem: waiting?.certificatePem });
    const { profile, testedIn } = await swap();
    expect(testedIn).toBe(tenantId);
    expect(profile.credential).toMatchObject({ thumbprint: waiting?.thumbprint });
    expect(await status()).toMatchObject(solidGreen);

    // The old one can be removed now, because the new one is in use.
    const old = await readFile(here.cloud.manifest.connector.certificateFile, 'utf8');
    await registration({ type: 'removeCertificate', thumbprint: sha1Of(old) });
    expect((await here.host.client.grants.test({ tenantId })).lastTest.refusal).toBeNull();
    expect(await status()).toMatchObject(solidGreen);

    const lines = await here.host.client.activity.list({});
    expect(lines.map(({ action, result }) => `${action} ${result}`)).toEqual(
      expect.arrayContaining(['credentialRefused refused', 'credentialReplaced replaced']),
    );
    expect(JSON.stringify(lines)).not.toContain('PRIVATE KEY');
  });

  test('by a PFX with its passphrase, after a restart in between', async () => {
    expect(await sentence(begin({ ...pfx, passphrase: '' }))).toBe(
      'The private key is protected by a passphrase.',
    );
    expect(await sentence(begin({ ...pfx, passphrase: 'mistyped' }))).toBe(
      'The passphrase doesn’t open this file.',
    );
    await begin(pfx);
    await registration({ type: 'addCertificate', pem: sample });
    here.host = await here.host.restart();
    await swap();
    expect((await here.host.client.grants.test({ tenantId })).lastTest.refusal).toBeNull();
    expect(await status()).toMatchObject(solidGreen);
  });

  test('by a PFX without passphrase', async () => {
    await begin({
      kind: 'files',
      files: [credentialSample('no-passphrase.pfx').toString('base64')],
    });
    await registration({ type: 'addCertificate', pem: sample });
    await swap();
    expect(await status()).toMatchObject(solidGreen);
  });

  test('by a secret; a wrong one leaves everything as it was', async () => {
    expect(await sentence(begin({ kind: 'secret', value: 'wrong' }))).toContain('secret');
    expect(await status()).toMatchObject(solidGreen);
    const value = (await readFile(here.cloud.manifest.connector.secretFile, 'utf8')).trim();
    expect(await begin({ kind: 'secret', value })).toBeNull();
    const [profile] = await here.host.client.profiles.list();
    expect(profile?.credential).toEqual({ kind: 'secret', thumbprint: null, expiresAt: null });
    expect(await status()).toMatchObject(solidGreen);
  });

  test('not by an expired one: it says until when it was valid', async () => {
    const past = { notBefore: new Date('2025-01-01'), notAfter: new Date('2025-06-01') };
    const { keyPem, certificatePem } = await createCertificate(past);
    const files = [Buffer.from(keyPem + certificatePem).toString('base64')];
    expect(await sentence(begin({ kind: 'files', files }))).toBe('The credential has expired.');
    expect(await here.host.client.credentials.waiting({ profileId })).toBeNull();
  });
});

describe('what the registration knows', () => {
  test('is listed once the connector is granted in its own tenant; until then it says why not', async () => {
    const own = here.cloud.customer('partner').tenantId;
    const { clientId: appId } = here.cloud.manifest.connector;
    await here.cloud.control('POST', '/tenants/partner', { type: 'deletePrincipal', appId });
    const before = await here.host.client.credentials.registered({ profileId });
    expect(before).toMatchObject({ ownTenantId: own, credentials: [] });
    expect(before.problem).not.toBeNull();

    await add('partner');
    const { url } = await here.host.client.grants.begin({ tenantId: own });
    await administratorOf('partner').consent(url, 'accept');
    await here.host.client.grants.checkNow({ tenantId: own });
    const waiting = await begin({ kind: 'newKeyPair' });
    await registration({
      type: 'addCertificate',
      pem: waiting?.certificatePem,
      displayName: 'Connector on LAPTOP-7',
    });
    const { credentials, problem, portalUrl } = await here.host.client.credentials.registered({
      profileId,
    });
    expect(problem).toBeNull();
    expect(portalUrl).toContain(`/portal/${own}/registrations/`);
    const certificates = credentials.filter(({ kind }) => kind === 'certificate');
    expect(certificates.filter(({ inUseHere }) => inUseHere)).toHaveLength(1);
    expect(certificates.filter(({ waitsHere }) => waitsHere)).toEqual([
      expect.objectContaining({
        name: 'Connector on LAPTOP-7',
        portalThumbprint: waiting?.portalThumbprint,
        expiresAt: waiting?.expiresAt,
        inUseHere: false,
      }),
    ]);
  });
});

test('a connector goes to a colleague, who gives it a credential of their own computer’s', async () => {
  const { fileName, text: exported } = await here.host.client.profiles.export({ profileId });
  expect(fileName).toMatch(/\.evergrant\.json$/);
  const colleague = await startEngineHost();
  try {
    const file = join(colleague.folder, fileName);
    await writeFile(file, exported);
    const imported = await colleague.client.profiles.import({
      text: await readFile(file, 'utf8'),
      cloudFile: here.cloud.manifest.cloudFile,
    });
    expect(imported.credential).toBeNull();
    const { primaryDomain: domainOrId } = here.cloud.customer('healthy');
    const { tenant } = await colleague.client.tenants.add({ domainOrId });
    const waiting = await colleague.client.credentials.begin({
      profileId: imported.id,
      credential: { kind: 'newKeyPair' },
    });
    await registration({ type: 'addCertificate', pem: waiting?.certificatePem });
    await colleague.client.credentials.swap({ profileId: imported.id });
    const { lastTest: result } = await colleague.client.grants.test({ tenantId: tenant.tenantId });
    expect(result.refusal).toBeNull();
    expect((await here.host.client.grants.test({ tenantId })).lastTest.refusal).toBeNull();
  } finally {
    await colleague.dispose();
  }
});

const administratorOf = (key: string) =>
  createAdministrator(
    here.cloud.customer(key).accounts.find(({ role }) => role === 'globalAdministrator')
      ?.userPrincipalName ?? '',
  );

function sha1Of(pem: string): string {
  const [certificate = ''] = /-----BEGIN CERTIFICATE[\s\S]+?END CERTIFICATE-----/.exec(pem) ?? [];
  return new X509Certificate(certificate).fingerprint.replaceAll(':', '');
}
