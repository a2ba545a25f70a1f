import { describe, expect, test } from 'vitest';
import { createClouds } from '../clouds/clouds.ts';
import { consentOf, readConsentLink } from './read-consent-link.ts';

const clientId = '22222222-0000-4000-8000-000000000000';
const tenant = 'ffffffff-0000-4000-8000-000000000000';
const microsoft = 'https://login.microsoftonline.com';
const query = `client_id=${clientId}`;
const back = 'redirect_uri=https%3A%2F%2Fconsole.vendor.example%2Fdone';
const everything = 'scope=https%3A%2F%2Fgraph.microsoft.com%2F.default';

const cloudFile = '/clouds/practice.json';
const clouds = createClouds({
  readFile: (path) =>
    path === cloudFile
      ? Promise.resolve(
          JSON.stringify({
            name: 'Practice',
            authorityBaseUrl: 'https://127.0.0.1:5001',
            graphBaseUrl: 'https://127.0.0.1:5002',
            portalBaseUrl: 'http://localhost:5003',
            browserBaseUrl: 'http://localhost:5003',
          }),
        )
      : Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' })),
});
const custom = { kind: 'custom', file: cloudFile } as const;
const read = (link: string) =>
  readConsentLink(link, clouds, [{ kind: 'global' }, custom, { kind: 'custom', file: '/gone' }]);

describe('a vendor’s consent link', () => {
  test('of form v2 is read out whole', async () => {
    const link = `${microsoft}/organizations/v2.0/adminconsent?${query}&${everything}&${back}&state=abc`;
    const reading = await read(link);
    expect(reading).toEqual({
      clientId,
      clouds: [{ choice: { kind: 'global' }, label: 'Microsoft 365 (worldwide)' }],
      form: 'v2',
      scopes: ['https://graph.microsoft.com/.default'],
      redirectUri: 'https://console.vendor.example/done',
      tenant: 'organizations',
    });
    // Its state belongs to a session of the vendor, its tenant to another customer.
    expect(consentOf(reading)).toEqual({
      form: 'v2',
      scope: 'https://graph.microsoft.com/.default',
      redirectUri: 'https://console.vendor.example/done',
    });
  });

  test('of form v1 asks for everything that is registered', async () => {
    const reading = await read(`${microsoft}/common/adminconsent?${query}&${back}`);
    expect(reading).toMatchObject({ form: 'v1', scopes: [], tenant: 'common' });
    expect(consentOf(reading)).toMatchObject({ form: 'v1', scope: null });
  });

  test('of the short form leads nowhere, and nothing of it need be kept', async () => {
    const reading = await read(
      ` ${microsoft}/${tenant}/adminconsent?client_id=${clientId.toUpperCase()} `,
    );
    expect(reading).toMatchObject({ clientId, form: 'short', redirectUri: null, tenant });
    expect(consentOf(reading)).toBeNull();
  });

  test.each([
    ['login.windows.net', ['global']],
    ['LOGIN.MICROSOFTONLINE.COM', ['global']],
    ['login.microsoftonline.us', ['usGovL4', 'usGovL5']],
    ['login.partner.microsoftonline.cn', ['china']],
  ])('at %s belongs to %j', async (host, kinds) => {
    const { clouds: found } = await read(`https://${host}/common/adminconsent?${query}`);
    expect(found.map(({ choice }) => choice.kind)).toEqual(kinds);
  });

  test('of US Government is told apart by the Graph host that it asks for', async () => {
    const scope = `scope=${encodeURIComponent('https://dod-graph.microsoft.us/.default')}`;
    const link = `https://login.microsoftonline.us/common/v2.0/adminconsent?${query}&${scope}&${back}`;
    expect((await read(link)).clouds.map(({ choice }) => choice.kind)).toEqual(['usGovL5']);
  });

  test('of a custom cloud is known by the profiles that are here', async () => {
    const { clouds: found } = await read(`http://localhost:5003/${tenant}/adminconsent?${query}`);
    expect(found).toEqual([{ choice: custom, label: 'Practice' }]);
  });

  test('that a mail filter has wrapped is unwrapped', async () => {
    const inner = encodeURIComponent(`${microsoft}/common/adminconsent?${query}`);
    const link = `https://nam02.safelinks.protection.outlook.com/?url=${inner}&data=05`;
    expect(await read(link)).toMatchObject({ clientId, form: 'short' });
  });
});

describe('a link that was wrapped or changed on its way is read', () => {
  const plain = `${microsoft}/organizations/v2.0/adminconsent?${query}&${everything}&${back}`;
  const encoded = encodeURIComponent(plain);
  const second = encoded.replaceAll('-', '-2D').replaceAll('_', '-5F').replaceAll('%2F', '_');
  const signs = Buffer.from('%'.repeat(plain.split('%').length - 1)).toString('base64url');

  test.each([
    ['by Safe Links', `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=05`],
    [
      'by Safe Links in Teams',
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encoded}&locale=en`,
    ],
    [
      'by Proofpoint, version 2',
      `https://urldefense.proofpoint.com/v2/url?u=${second.replaceAll('%', '-')}&d=DwMF`,
    ],
    ['by Proofpoint, version 3', `https://urldefense.com/v3/__${plain}__;!!AbC-x!def$`],
    [
      'by Proofpoint, version 3, its signs apart',
      `https://urldefense.com/v3/__${plain.replaceAll('%', '*')}__;${signs}!!AbC!def$`,
    ],
    [
      'by Proofpoint, version 3, slashes lost',
      `https://urldefense.com/v3/__${plain.replace('//', '/')}__;!!AbC!def$`,
    ],
    ['by Barracuda', `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1`],
    ['by Cisco', `https://secure-web.cisco.com/1abc-XYZ/${encoded}`],
    [
      'by Sophos',
      `https://eu-west-1.protection.sophos.com?d=x&u=${Buffer.from(plain).toString('base64url')}`,
    ],
    [
      'twice',
      `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(`https://urldefense.com/v3/__${plain}__;!!a!b$`)}`,
    ],
    ['as HTML', plain.replaceAll('&', '&amp;')],
    ['between brackets', `<${plain}>`],
    ['with a character that no screen shows', `\u200e${plain}\u200b`],
  ])('%s', async (_, link) => {
    expect(await read(link)).toMatchObject({
      clientId,
      form: 'v2',
      scopes: ['https://graph.microsoft.com/.default'],
      redirectUri: 'https://console.vendor.example/done',
    });
  });

  test.each([
    ['https://protect-eu.mimecast.com/s/AbCdEf', 'Mimecast'],
    ['https://urldefense.com/v3/nothing', 'Proofpoint URL Defense'],
  ])('or the mail filter is named: %s', async (link, filter) => {
    await expect(read(link)).rejects.toMatchObject({
      code: 'consentLink.wrapped',
      params: { filter },
    });
  });

  test('what is inside is held against Microsoft’s hosts all the same', async () => {
    const evil = encodeURIComponent(`https://evil.example/common/adminconsent?${query}`);
    await expect(read(`https://linkprotect.cudasvc.com/url?a=${evil}`)).rejects.toMatchObject({
      code: 'consentLink.notMicrosoft',
    });
  });
});

describe('a link is refused, and what is wrong with it named', () => {
  test.each([
    ['no link at all', 'Please grant us access', 'consentLink.notALink'],
    ['a script', `javascript:alert('${query}')`, 'consentLink.notALink'],
    ['a page of the vendor', `https://vendor.example/adminconsent?${query}`, 'notMicrosoft'],
    ['a short link', 'https://bit.ly/3xyz', 'notMicrosoft'],
    [
      'an imitation of the host',
      `https://login.microsoftonline.com.evil.example/common/adminconsent?${query}`,
      'notMicrosoft',
    ],
    [
      'a host hidden behind a name',
      `https://login.microsoftonline.com@evil.example/common/adminconsent?${query}`,
      'credentials',
    ],
    ['another port', `${microsoft}:8443/common/adminconsent?${query}`, 'notMicrosoft'],
    [
      'plain http',
      `http://login.microsoftonline.com/common/adminconsent?${query}`,
      'consentLink.notHttps',
    ],
    ['a sign-in', `${microsoft}/common/oauth2/v2.0/authorize?${query}`, 'consentLink.signIn'],
    ['another page of Microsoft', `${microsoft}/common/reprocess?${query}`, 'otherPage'],
    ['no client id', `${microsoft}/common/adminconsent?${back}`, 'consentLink.clientId'],
    ['a name for a client id', `${microsoft}/common/adminconsent?client_id=me`, 'clientId'],
    ['two client ids', `${microsoft}/common/adminconsent?${query}&${query}`, 'consentLink.twice'],
    ['no scope', `${microsoft}/common/v2.0/adminconsent?${query}&${back}`, 'consentLink.noScope'],
    ['no way back', `${microsoft}/common/v2.0/adminconsent?${query}&${everything}`, 'redirect'],
    [
      'a way back that is a script',
      `${microsoft}/common/adminconsent?${query}&redirect_uri=javascript%3A1`,
      'consentLink.redirect',
    ],
  ])('%s', async (_what, link, code) => {
    await expect(read(link)).rejects.toThrow(code);
  });

  test('whose host is not Microsoft’s with that host', async () => {
    await expect(read(`https://evil.example/common/adminconsent?${query}`)).rejects.toMatchObject({
      code: 'consentLink.notMicrosoft',
      params: { host: 'evil.example' },
    });
  });
});
