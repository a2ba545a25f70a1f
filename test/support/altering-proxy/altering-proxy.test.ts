import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Agent, request } from 'undici';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { issueServer } from '../../../practice/certificates/issue.ts';
import { startAlteringProxy } from './altering-proxy.ts';
import type { AlteringProxy } from './altering-proxy.ts';

let proxy: AlteringProxy;
let agent: Agent;
let end: () => Promise<void>;

/** A cloud with two pages and batches that reports its own address. */
beforeAll(async () => {
  const { ca, server: key } = await issueServer(Date.now());
  const server = createServer({ key: key.privateKey, cert: key.certificate }, (asked, answer) => {
    const own = `https://${asked.headers.host}`;
    let body = '';
    asked.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    asked.on('end', () => {
      answer.setHeader('content-type', 'application/json');
      const { requests } = JSON.parse(body || '{"requests":[]}') as { requests: { id: string }[] };
      const responses = requests.map(({ id }) => ({ id, status: 200, headers: {}, body: { id } }));
      const page = { value: [asked.url], '@odata.nextLink': `${own}/v1.0/groups?$skiptoken=2` };
      answer.end(JSON.stringify(requests.length > 0 ? { responses } : page));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  proxy = await startAlteringProxy({ origin, caPem: ca });
  agent = new Agent({ connect: { ca: proxy.caPem } });
  end = async () => {
    await agent.destroy();
    await proxy.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterAll(() => end());
afterEach(() => proxy.clear());

const ask = async (path: string, body?: object) => {
  const answer = await request(`${proxy.origin}${path}`, {
    dispatcher: agent,
    method: body === undefined ? 'GET' : 'POST',
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: await answer.body.text() };
};
const json = async (path: string): Promise<unknown> => JSON.parse((await ask(path)).body);

test('passes on, records, and leads what follows through itself', async () => {
  expect(await json('/v1.0/groups?$filter=id%20eq%201')).toEqual({
    value: ['/v1.0/groups?$filter=id%20eq%201'],
    '@odata.nextLink': `${proxy.origin}/v1.0/groups?$skiptoken=2`,
  });
  expect(proxy.passed).toMatchObject([
    { method: 'GET', path: '/groups?$filter=id eq 1', status: 200, partId: null },
  ]);
});

test('alters what its rule names, from one time to another', async () => {
  const rule = proxy.alter({
    path: '/groups',
    after: 1,
    times: 1,
    status: 429,
    headers: { 'Retry-After': '1.5', 'content-type': null },
    body: { error: { code: 'TooManyRequests' } },
  });
  expect((await ask('/v1.0/groups')).status).toBe(200);
  const altered = await ask('/v1.0/groups');
  expect(altered).toMatchObject({ status: 429, body: '{"error":{"code":"TooManyRequests"}}' });
  expect(altered.headers).toMatchObject({ 'retry-after': '1.5' });
  expect(altered.headers).not.toHaveProperty('content-type');
  expect((await ask('/v1.0/groups')).status).toBe(200);
  expect(rule.hits).toBe(1);
  expect(proxy.passed.map(({ status }) => status)).toEqual([200, 429, 200]);
});

test('makes a body from the one that came, or sends text and bytes as they are', async () => {
  const page = proxy.alter({
    path: /^\/groups$/,
    body: (before: { readonly value: readonly string[] }) => ({ value: [...before.value, 'more'] }),
  });
  expect(await json('/v1.0/groups')).toEqual({ value: ['/v1.0/groups', 'more'] });
  page.remove();
  proxy.alter({ path: '/groups', body: '<html>' });
  expect((await ask('/v1.0/groups')).body).toBe('<html>');
  proxy.alter({
    path: '/groups',
    body: gzipSync('zipped'),
    headers: { 'content-encoding': 'gzip' },
  });
  const { body } = await ask('/v1.0/groups');
  expect(body).not.toContain('<html>');
});

test('alters one part of a batch', async () => {
  proxy.alter({ path: '/groups/b', part: true, status: 404, body: { error: {} } });
  const requests = ['a', 'b'].map((id) => ({ id, method: 'GET', url: `/groups/${id}` }));
  const { body } = await ask('/v1.0/$batch', { requests });
  expect(JSON.parse(body)).toMatchObject({
    responses: [
      { id: 'a', status: 200, body: { id: 'a' } },
      { id: 'b', status: 404, body: { error: {} } },
    ],
  });
  expect(proxy.passed.map(({ path, status }) => [path, status])).toEqual([
    ['/$batch', 200],
    ['/groups/a', 200],
    ['/groups/b', 404],
  ]);
});

test('holds an answer until the test lets it go', async () => {
  const rule = proxy.alter({ path: '/groups', hold: true });
  let isHere = false;
  const answer = ask('/v1.0/groups').then((one) => {
    isHere = true;
    return one;
  });
  await rule.reached;
  await json('/v1.0/users');
  expect(isHere).toBe(false);
  rule.release();
  expect((await answer).status).toBe(200);
});

test.each([
  ['beforeAnswer', null],
  ['afterHead', 200],
  ['inBody', 200],
  ['reset', 200],
] as const)('cuts the connection: %s', async (cut, status) => {
  proxy.alter({ path: '/groups', times: 1, cut });
  await expect(ask('/v1.0/groups')).rejects.toMatchObject({
    code: cut === 'reset' ? 'ECONNRESET' : 'UND_ERR_SOCKET',
  });
  expect(proxy.passed.map((one) => one.status)).toEqual([status]);
  expect((await ask('/v1.0/groups')).status).toBe(200);
});
