import { resolve } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { createClouds, graphScope } from './clouds.ts';

const file = resolve('/clouds/practice/cloud.json');
const good = {
  name: 'Practice',
  authorityBaseUrl: 'https://127.0.0.1:5001',
  graphBaseUrl: 'https://127.0.0.1:5002/',
  portalBaseUrl: 'http://localhost:5003',
  browserBaseUrl: 'http://localhost:5003',
};

const ca = rootCertificates[0] ?? '';

function cloudsOn(files: Readonly<Record<string, string>>) {
  return createClouds({
    readFile: (path) => {
      const text = files[path];
      return text === undefined
        ? Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }))
        : Promise.resolve(text);
    },
  });
}

describe('the clouds', () => {
  it.each([
    ['global', 'https://login.microsoftonline.com', 'https://graph.microsoft.com/.default'],
    ['usGovL4', 'https://login.microsoftonline.us', 'https://graph.microsoft.us/.default'],
    ['usGovL5', 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us/.default'],
    [
      'china',
      'https://login.partner.microsoftonline.cn',
      'https://microsoftgraph.chinacloudapi.cn/.default',
    ],
  ] as const)('%s has its own sign-in and Graph hosts', async (kind, authority, scope) => {
    const cloud = await cloudsOn({}).resolve({ kind });
    expect(cloud.authorityBaseUrl).toBe(authority);
    expect(cloud.browserBaseUrl).toBe(authority);
    expect(graphScope(cloud)).toBe(scope);
  });

  it('reads a custom cloud and the CA that lies beside its file', async () => {
    const files = {
      [file]: JSON.stringify({ ...good, caFile: 'tls/ca.pem' }),
      [resolve('/clouds/practice/tls/ca.pem')]: ca,
    };
    expect(await cloudsOn(files).resolve({ kind: 'custom', file })).toEqual({
      ...good,
      name: 'custom',
      label: 'Practice',
      graphBaseUrl: 'https://127.0.0.1:5002',
      caPem: ca,
    });
  });

  it('shows sign-in pages on the authority when no other address is given', async () => {
    const { browserBaseUrl: _, ...without } = good;
    const cloud = await cloudsOn({ [file]: JSON.stringify(without) }).resolve({
      kind: 'custom',
      file,
    });
    expect(cloud.browserBaseUrl).toBe(good.authorityBaseUrl);
  });

  it('says that the file is missing', async () => {
    await expect(cloudsOn({}).resolve({ kind: 'custom', file })).rejects.toMatchObject({
      code: 'cloud.fileMissing',
      params: { file },
    });
  });

  it.each([
    ['plain http for tokens', { authorityBaseUrl: 'http://127.0.0.1:5001' }, 'authorityBaseUrl'],
    ['plain http for Graph', { graphBaseUrl: 'http://localhost:5002' }, 'graphBaseUrl'],
    ['plain http pages elsewhere', { browserBaseUrl: 'http://example.com' }, 'browserBaseUrl'],
    ['a path behind the host', { graphBaseUrl: 'https://127.0.0.1/v1.0' }, 'graphBaseUrl'],
    ['a name in the address', { graphBaseUrl: 'https://me@127.0.0.1' }, 'graphBaseUrl'],
    ['no name', { name: ' ' }, 'name'],
  ])('refuses %s and names the field', async (_, change, field) => {
    const clouds = cloudsOn({ [file]: JSON.stringify({ ...good, ...change }) });
    await expect(clouds.resolve({ kind: 'custom', file })).rejects.toMatchObject({
      code: 'cloud.fileInvalid',
      params: { file, field },
    });
  });

  it('refuses a file that is no JSON', async () => {
    await expect(
      cloudsOn({ [file]: 'authority: here' }).resolve({ kind: 'custom', file }),
    ).rejects.toMatchObject({ code: 'cloud.fileInvalid' });
  });

  it.each([
    ['missing', {}, 'cloud.caFileMissing'],
    ['no certificate', { [resolve('/clouds/practice/ca.pem')]: 'hello' }, 'cloud.caFileInvalid'],
  ])('refuses a CA file that is %s', async (_, files, code) => {
    const clouds = cloudsOn({ ...files, [file]: JSON.stringify({ ...good, caFile: 'ca.pem' }) });
    await expect(clouds.resolve({ kind: 'custom', file })).rejects.toMatchObject({ code });
  });
});
