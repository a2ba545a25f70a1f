import { readFile } from 'node:fs/promises';
import { Agent, fetch as undiciFetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aadstsCatalog } from '../../practice/entra/aadsts-catalog.ts';
import { openPage } from '../support/form-browser.ts';
import { practiceCa, startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';

const cloudSchema = z.object({ authorityBaseUrl: z.string(), browserBaseUrl: z.string() });
const answerSchema = z.object({
  error: z.string(),
  error_description: z.string(),
  error_codes: z.array(z.number()),
  suberror: z.string().optional(),
  claims: z.string().optional(),
  correlation_id: z.guid(),
});

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

async function askForToken(tenantId: string) {
  const answer = await undiciFetch(`${addresses.authorityBaseUrl}/${tenantId}/oauth2/v2.0/token`, {
    dispatcher,
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: cloud.manifest.connector.clientId,
      client_secret: (await readFile(cloud.manifest.connector.secretFile, 'utf8')).trim(),
      scope: `${addresses.authorityBaseUrl}/.default`,
    }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  return { status: answer.status, body: await answer.json() };
}

describe('Every number of the reference', () => {
  it('is answered by the token endpoint on demand, in Entra’s shape', async () => {
    const { tenantId } = cloud.customer('healthy');
    const faults = aadstsCatalog.map(({ code }) => ({ type: 'aadsts', code }));
    await cloud.control('POST', '/faults', { faults });
    for (const { code, error, status, suberror } of aadstsCatalog) {
      const { status: given, body } = await askForToken(tenantId);
      const answer = answerSchema.parse(body);
      expect(answer).toMatchObject({ error, error_codes: [code] });
      expect(answer.error_description).toMatch(new RegExp(`^AADSTS${code}: .+\r\nTrace ID: `));
      expect([given, answer.suberror]).toEqual([status, suberror]);
    }
    expect((await askForToken(tenantId)).status).toBe(200);
  });

  it('ends an admin consent on demand, on a page or back at the app', async () => {
    const { tenantId } = cloud.customer('healthy');
    const faults = aadstsCatalog.map(({ code }) => ({
      type: 'aadsts',
      endpoint: 'adminconsent',
      moment: 'open',
      code,
    }));
    await cloud.control('POST', '/faults', { faults });
    const link = new URL(`${addresses.browserBaseUrl}/${tenantId}/v2.0/adminconsent`);
    link.searchParams.set('client_id', cloud.manifest.connector.clientId);
    link.searchParams.set('redirect_uri', 'http://localhost:4711/');
    link.searchParams.set('scope', `${addresses.authorityBaseUrl}/.default`);
    for (const { code, place } of aadstsCatalog) {
      if (place === 'page') {
        expect((await openPage(link.href)).html).toContain(`AADSTS${code}: `);
      } else {
        const answer = await fetch(link, { redirect: 'manual' });
        const back = new URL(answer.headers.get('location') ?? '');
        expect(back.port).toBe('4711');
        expect(back.searchParams.get('error_description')).toContain(`AADSTS${code}: `);
      }
    }
    expect((await openPage(link.href)).html).toContain('Pick an account');
  });
});

it('Graph asks for a fresh token with claims, on demand', async () => {
  const { tenantId } = cloud.customer('healthy');
  const { body } = await askForToken(tenantId);
  const { access_token: token } = z.object({ access_token: z.string() }).parse(body);
  const faults = [{ type: 'claimsChallenge', endpoint: 'organization' }];
  await cloud.control('POST', '/faults', { faults });
  const ask = async () =>
    await undiciFetch(`${addresses.authorityBaseUrl}/v1.0/organization`, {
      dispatcher,
      headers: { authorization: `Bearer ${token}` },
    });
  const answer = await ask();
  expect(answer.status).toBe(401);
  const challenge = answer.headers.get('www-authenticate') ?? '';
  expect(challenge).toContain('error="insufficient_claims"');
  const [, claims = ''] = /claims="([^"]+)"/.exec(challenge) ?? [];
  expect(JSON.parse(Buffer.from(claims, 'base64').toString('utf8'))).toMatchObject({
    access_token: { nbf: { essential: true } },
  });
  expect((await ask()).status).toBe(200);
});
