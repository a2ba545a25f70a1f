import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cloud } from '../clouds/cloud.ts';
import type { NetworkRequest } from '../kernel/ports.ts';
import { guardNetwork } from './guard.ts';

const cloud: Cloud = {
  name: 'global',
  label: 'Microsoft 365',
  authorityBaseUrl: 'https://login.microsoftonline.com',
  graphBaseUrl: 'https://graph.microsoft.com',
  portalBaseUrl: 'https://entra.microsoft.com',
  browserBaseUrl: 'https://login.microsoftonline.com',
};

/** What is sent through the guard, and what the sender gets. */
async function send(
  request: Partial<Record<keyof NetworkRequest, unknown>>,
  answer: () => Response = () => new Response('{}'),
) {
  const sent: NetworkRequest[] = [];
  const guarded = guardNetwork(
    {
      send: (passed) => {
        sent.push(passed);
        return Promise.resolve(answer());
      },
    },
    cloud,
  );
  const whole = {
    url: 'https://graph.microsoft.com/v1.0/groups',
    method: 'GET',
    headers: {},
    ...request,
  };
  const code = await guarded.send(whole as NetworkRequest).then(
    () => null,
    (error: unknown) => (error as { readonly code?: string }).code,
  );
  return { sent, code };
}

const batchUrl = 'https://graph.microsoft.com/v1.0/$batch';
const batch = (...requests: unknown[]): string => JSON.stringify({ requests });
const read = { id: '1', method: 'GET', url: '/groups?$top=1' };

describe('the guard lets through', () => {
  it.each([
    'https://graph.microsoft.com/v1.0/groups',
    'https://graph.microsoft.com:443/v1.0/groups/delta?$skiptoken=abc',
    'https://GRAPH.microsoft.com/v1.0/organization',
    'https://graph.microsoft.com/V1.0/groups/delta?$skiptoken=abc',
  ])('GET %s', async (url) => {
    const { sent, code } = await send({ url });
    expect(code).toBeNull();
    expect(sent).toHaveLength(1);
  });

  it('a batch of reads', async () => {
    const parts = [read, { ...read, id: '2', headers: { ConsistencyLevel: 'eventual' } }];
    const { sent, code } = await send({ url: batchUrl, method: 'POST', body: batch(...parts) });
    expect(code).toBeNull();
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ requests: parts });
  });
});

describe('the guard stops, before a byte leaves,', () => {
  it.each([
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'TRACE',
    'CONNECT',
    'MERGE',
    'get',
    'GET ',
    '',
  ])('the method "%s"', async (method) => {
    expect(await send({ method })).toEqual({ sent: [], code: 'guard.method' });
  });

  it('a GET with a body', async () => {
    expect(await send({ body: '{}' })).toEqual({ sent: [], code: 'guard.method' });
  });

  it.each([
    ['another host', 'https://evil.example/v1.0/groups'],
    ['a host that ends alike', 'https://evil-graph.microsoft.com/v1.0/groups'],
    ['a host that begins alike', 'https://graph.microsoft.com.evil.example/v1.0/groups'],
    ['a host below it', 'https://x.graph.microsoft.com/v1.0/groups'],
    ['a trailing dot', 'https://graph.microsoft.com./v1.0/groups'],
    ['a letter that looks alike', 'https://grаph.microsoft.com/v1.0/groups'],
    ['another cloud', 'https://graph.microsoft.us/v1.0/groups'],
    ['a name in the address', 'https://graph.microsoft.com@evil.example/v1.0/groups'],
    ['a user of our host', 'https://me:secret@graph.microsoft.com/v1.0/groups'],
    ['another port', 'https://graph.microsoft.com:8443/v1.0/groups'],
    ['plain http', 'http://graph.microsoft.com/v1.0/groups'],
    ['a backslash', 'https://graph.microsoft.com\\@evil.example/v1.0/groups'],
    ['no scheme', '//evil.example/v1.0/groups'],
    ['a local file', 'file:///v1.0/groups'],
    ['beta', 'https://graph.microsoft.com/beta/groups'],
    ['no version', 'https://graph.microsoft.com/groups'],
    ['a way out of the version', 'https://graph.microsoft.com/v1.0/../beta/groups'],
    ['an encoded way out', 'https://graph.microsoft.com/v1.0/%2e%2e/beta/groups'],
    ['no address', 'groups'],
  ])('%s', async (_, url) => {
    expect(await send({ url })).toEqual({ sent: [], code: 'guard.address' });
  });

  it('any address of another origin', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webUrl({ withQueryParameters: true }), async (url) => {
        fc.pre(new URL(url).origin !== cloud.graphBaseUrl);
        expect(await send({ url })).toEqual({ sent: [], code: 'guard.address' });
      }),
    );
  });

  it.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'Cookie', 'If-Match'])(
    'the header %s',
    async (header) => {
      const headers = { [header]: 'DELETE' };
      expect(await send({ headers })).toEqual({ sent: [], code: 'guard.header' });
    },
  );

  it.each([
    ['a write among reads', batch(read, { id: '2', method: 'DELETE', url: '/groups/1' })],
    [
      'a POST that changes nothing',
      batch({ id: '1', method: 'POST', url: '/me/checkMemberGroups' }),
    ],
    ['a method in small letters', batch({ ...read, method: 'delete' })],
    ['a part with a body', batch({ ...read, body: {} })],
    ['an absolute address', batch({ ...read, url: 'https://evil.example/' })],
    ['an address without scheme', batch({ ...read, url: '//evil.example/' })],
    ['a backslash', batch({ ...read, url: '/\\evil.example' })],
    ['a way out of the version', batch({ ...read, url: '/../beta/groups' })],
    ['a batch in a batch', batch({ ...read, url: '/$batch' })],
    ['a method override', batch({ ...read, headers: { 'X-HTTP-Method-Override': 'DELETE' } })],
    [
      'twenty-one parts',
      batch(...Array.from({ length: 21 }, (_, id) => ({ ...read, id: `${id}` }))),
    ],
    ['no part', batch()],
    ['no JSON', 'requests'],
  ])('a batch with %s', async (_, body) => {
    expect(await send({ url: batchUrl, method: 'POST', body })).toEqual({
      sent: [],
      code: 'guard.batch',
    });
  });

  it.each([`${batchUrl}?x=1`, `${batchUrl}/x`, 'https://graph.microsoft.com/v1.0/$BATCH'])(
    'a batch posted to %s',
    async (url) => {
      expect(await send({ url, method: 'POST', body: batch(read) })).toEqual({
        sent: [],
        code: 'guard.method',
      });
    },
  );
});

describe('the guard', () => {
  it('sends the method that it has read when a key stands twice', async () => {
    const body = '{"requests":[{"id":"1","method":"DELETE","method":"GET","url":"/groups"}]}';
    const { sent } = await send({ url: batchUrl, method: 'POST', body });
    expect(sent[0]?.body).not.toContain('DELETE');
  });

  it.each([301, 302, 303, 307, 308])('refuses a redirect by %i', async (status) => {
    const answer = () =>
      new Response(null, { status, headers: { location: 'https://evil.example/' } });
    expect((await send({}, answer)).code).toBe('guard.redirect');
  });

  it('refuses an answer that came from elsewhere', async () => {
    const answer = () =>
      Object.defineProperty(new Response('{}'), 'url', { value: 'https://evil.example/' });
    expect((await send({}, answer)).code).toBe('guard.redirect');
  });
});
