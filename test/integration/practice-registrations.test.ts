import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { Agent, fetch as undiciFetch } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createCertificate } from '../support/certificate.ts';
import { openPage } from '../support/form-browser.ts';
import type { FormPage } from '../support/form-browser.ts';
import { practiceCa, startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';

const cloudSchema = z.object({ authorityBaseUrl: z.string(), browserBaseUrl: z.string() });
const hour = 60 * 60 * 1000;

let cloud: PracticeCloud;
let addresses: z.output<typeof cloudSchema>;
let dispatcher: Agent;

beforeAll(async () => {
  cloud = await startPracticeCloud({ args: ['--groups', '50'] });
  addresses = cloudSchema.parse(JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8')));
  dispatcher = new Agent({ connect: { ca: await practiceCa(cloud) } });
});
afterAll(async () => {
  await dispatcher?.close();
  await cloud?.dispose();
});

/** Registers an application in the MSP's own tenant, as its administrator does in the portal. */
async function register(certificatePem: string): Promise<string> {
  const { tenantId, accounts } = cloud.customer('partner');
  const list = `${addresses.browserBaseUrl}/portal/${tenantId}/registrations`;
  const administrator = accounts.find(({ role }) => role === 'globalAdministrator');
  const picker = await openPage(`${list}/new`);
  const form = await picker.press(administrator?.userPrincipalName ?? '');
  const overview = await form.press('Register', {
    practice_name: 'Evergrant connector',
    practice_audience: 'multiple',
  });
  const [, clientId = ''] = /registrations\/([0-9a-f-]{36})/.exec(overview.url) ?? [];
  const onPage = async (section: string): Promise<FormPage> =>
    await (
      await openPage(`${list}/${clientId}/${section}`)
    ).press(administrator?.userPrincipalName ?? '');
  await (
    await onPage('authentication')
  ).press('Add redirect URI', {
    practice_platform: 'publicClient',
    practice_uri: 'http://localhost',
  });
  await (
    await onPage('credentials')
  ).press('Upload certificate', {
    practice_certificate: certificatePem,
    practice_description: 'This computer',
  });
  let permissions = await onPage('permissions');
  for (const permission of ['delegated GroupMember.Read.All', 'application Directory.Read.All']) {
    permissions = await permissions.press('Add permission', { practice_permission: permission });
  }
  expect(permissions.html).toContain('Remove: Directory.Read.All (application)');
  return clientId;
}

async function grant(key: string, clientId: string): Promise<void> {
  const { tenantId, accounts } = cloud.customer(key);
  const administrator = accounts.find(({ role }) => role === 'globalAdministrator');
  const picker = await openPage(
    `${addresses.browserBaseUrl}/${tenantId}/adminconsent?client_id=${clientId}`,
  );
  const question = await picker.press(administrator?.userPrincipalName ?? '');
  expect((await question.press('Accept')).html).toContain('Granted.');
}

it('an application that was registered in the portal signs in, is granted, and reads itself', async () => {
  const now = Date.now();
  const { keyPem, certificatePem } = await createCertificate({
    notBefore: new Date(now - hour),
    notAfter: new Date(now + hour),
  });
  const clientId = await register(certificatePem);
  await cloud.control('POST', '/clock/advance', { ms: hour });
  const { tenantId } = cloud.customer('partner');
  await grant('partner', clientId);
  await cloud.control('POST', '/clock/advance', { ms: hour });

  const { raw } = new X509Certificate(certificatePem);
  const app = new ConfidentialClientApplication({
    auth: {
      clientId,
      authority: `${addresses.authorityBaseUrl}/${tenantId}`,
      knownAuthorities: [new URL(addresses.authorityBaseUrl).host],
      clientCertificate: {
        thumbprintSha256: createHash('sha256').update(raw).digest('hex'),
        privateKey: keyPem,
      },
    },
    system: {
      networkClient: {
        sendGetRequestAsync: async (url, options) => await send('GET', url, options?.headers),
        sendPostRequestAsync: async (url, options) =>
          await send('POST', url, options?.headers, options?.body),
      },
    },
  });
  const asking = { scopes: [`${addresses.authorityBaseUrl}/.default`], skipCache: true };
  const token = (await app.acquireTokenByClientCredential(asking))?.accessToken ?? '';
  const { body } = await send<unknown>(
    'GET',
    `${addresses.authorityBaseUrl}/v1.0/applications(appId='${clientId}')`,
    { authorization: `Bearer ${token}` },
  );
  expect(body).toMatchObject({
    appId: clientId,
    displayName: 'Evergrant connector',
    signInAudience: 'AzureADMultipleOrgs',
    publicClient: { redirectUris: ['http://localhost'] },
    web: { redirectUris: [] },
    verifiedPublisher: { displayName: null },
    passwordCredentials: [],
    requiredResourceAccess: [
      {
        resourceAppId: '00000003-0000-0000-c000-000000000000',
        resourceAccess: [
          { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope' },
          { id: 'bc024368-1153-4739-b217-4326f2e966d0', type: 'Scope' },
          { id: '7ab1d382-f21e-4acd-a863-ba3e13f7da61', type: 'Role' },
        ],
      },
    ],
    keyCredentials: [
      {
        customKeyIdentifier: createHash('sha1').update(raw).digest('base64'),
        displayName: 'This computer',
        key: null,
        type: 'AsymmetricX509Cert',
        usage: 'Verify',
      },
    ],
  });

  await cloud.control('POST', `/registrations/${clientId}`, {
    type: 'expire',
    kind: 'certificates',
  });
  await expect(app.acquireTokenByClientCredential(asking)).rejects.toMatchObject({
    errorNo: 700027,
  });
});

async function send<T>(
  method: string,
  url: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<{ status: number; headers: Record<string, string>; body: T }> {
  const answer = await undiciFetch(url, {
    method,
    headers,
    dispatcher,
    ...(body !== undefined && { body }),
  });
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: (await answer.json()) as T,
  };
}
