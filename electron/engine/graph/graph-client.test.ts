import { describe, expect, it } from 'vitest';
import type { Cloud } from '../clouds/cloud.ts';
import type { Clock, NetworkRequest, Random } from '../kernel/ports.ts';
import { createGraph } from './graph-client.ts';
import type { GraphOptions } from './graph.ts';

const cloud: Cloud = {
  name: 'custom',
  label: 'Practice',
  authorityBaseUrl: 'https://127.0.0.1:5001',
  graphBaseUrl: 'https://127.0.0.1:5002',
  portalBaseUrl: 'https://127.0.0.1:5001',
  browserBaseUrl: 'https://127.0.0.1:5001',
  caPem: 'the CA',
};

type Answer = Response | Error;
const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });
const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/**
 * A Graph that returns these answers, one per request, and the requests it got. Its clock skips every pause.
 */
function graphAnswering(answers: readonly Answer[], canRenew = false) {
  const requests: NetworkRequest[] = [];
  const pauses: number[] = [];
  const renewals: boolean[] = [];
  let guids = 0;
  const clock: Clock = {
    now: () => 1_000_000,
    sleep: (ms, signal) => {
      signal?.throwIfAborted();
      pauses.push(ms);
      return Promise.resolve();
    },
  };
  const random: Random = {
    guid: () => `guid-${(guids += 1)}`,
    bytes: (length) => new Uint8Array(length),
    fraction: () => 0.5,
  };
  const network = {
    send: (request: NetworkRequest) => {
      requests.push(request);
      const answer = answers[requests.length - 1] ?? systemError('ENOMOREANSWERS');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  const graph = createGraph({ network, clock, random }, cloud, {
    canRenew,
    source: ({ renew }) => {
      renewals.push(renew);
      return Promise.resolve(renew ? 'new-token' : 'token');
    },
  });
  return { graph, requests, pauses, renewals };
}

describe('a read', () => {
  it('goes to the Graph host of the cloud with the token, an id of its own and the CA', async () => {
    const { graph, requests } = graphAnswering([json({ value: 1 })]);
    expect(await graph.get('/organization?$select=id')).toEqual({ value: 1 });
    expect(requests).toEqual([
      {
        url: 'https://127.0.0.1:5002/v1.0/organization?$select=id',
        method: 'GET',
        headers: {
          accept: 'application/json',
          authorization: 'Bearer token',
          'client-request-id': 'guid-1',
        },
        caPem: 'the CA',
      },
    ]);
  });

  it('carries what was asked for', async () => {
    const { graph, requests } = graphAnswering([json({})]);
    await graph.get('/groups', { eventual: true, prefer: 'return=minimal', priority: 'Low' });
    expect(requests[0]?.headers).toMatchObject({
      consistencylevel: 'eventual',
      prefer: 'return=minimal',
      'x-ms-throttle-priority': 'Low',
    });
  });

  it('keeps its query as it is', async () => {
    const { graph, requests } = graphAnswering([json({})]);
    const query =
      "$filter=clientId eq 'a=b' and x eq 'https://y'&$select=id&$search=%22q%22&$select=mail";
    await graph.get(`/oauth2PermissionGrants?${query}`);
    const sent = new URL(requests[0]?.url ?? '').search.slice(1);
    expect(decodeURIComponent(sent)).toBe(decodeURIComponent(query));
  });

  it('of a page gives bytes, the request id and the news of throttling', async () => {
    const headers = {
      'request-id': 'r-1',
      'x-ms-throttle-limit-percentage': '0.9',
      'x-ms-resource-unit': '2',
    };
    const { graph } = graphAnswering([json({ value: [] }, 200, headers)]);
    const page = await graph.page('/groups');
    expect(new TextDecoder().decode(page.bytes)).toBe('{"value":[]}');
    expect(page.requestId).toBe('r-1');
    expect(page.throttle).toEqual({ limitPercentage: 0.9, resourceUnits: 2 });
  });

  it('that is no JSON says so', async () => {
    const { graph } = graphAnswering([new Response('<html>')]);
    await expect(graph.get('/me')).rejects.toMatchObject({ code: 'graph.unreadable' });
  });

  it('that is refused is the error of Graph', async () => {
    const { graph, requests } = graphAnswering([
      json({ error: { code: 'Authorization_RequestDenied' } }, 403, { 'request-id': 'r-2' }),
    ]);
    await expect(graph.get('/groups')).rejects.toMatchObject({
      code: 'graph.Authorization_RequestDenied',
      raw: { httpStatus: 403, requestId: 'r-2' },
    });
    expect(requests).toHaveLength(1);
  });
});

describe('all pages', () => {
  const link = (n: number): string =>
    `https://127.0.0.1:5002/v1.0/groups?$skiptoken=${n}&$select=id`;

  it('are followed by the whole link, each with its headers', async () => {
    const { graph, requests } = graphAnswering([
      json({ value: [1], '@odata.nextLink': link(1) }),
      json({ value: [], '@odata.nextLink': link(2) }),
      json({ value: [2, 3] }),
    ]);
    expect(await graph.all('/groups?$select=id', { eventual: true })).toEqual([1, 2, 3]);
    expect(requests.map((request) => request.url)).toEqual([
      'https://127.0.0.1:5002/v1.0/groups?$select=id',
      link(1),
      link(2),
    ]);
    expect(requests.every((r) => r.headers['consistencylevel'] === 'eventual')).toBe(true);
  });

  it.each([
    'https://evil.example/v1.0/groups?$skiptoken=1',
    'https://127.0.0.1:5003/v1.0/groups?$skiptoken=1',
    'https://127.0.0.1:5002@evil.example/v1.0/groups',
    'http://127.0.0.1:5002/v1.0/groups?$skiptoken=1',
  ])('never lead to %s', async (nextLink) => {
    const { graph, requests } = graphAnswering([
      json({ value: [1], '@odata.nextLink': nextLink }),
      json({ value: ['stolen'] }),
    ]);
    await expect(graph.all('/groups')).rejects.toMatchObject({ code: 'guard.address' });
    expect(requests).toHaveLength(1);
  });

  it('that lead in a circle end', async () => {
    const circle = { value: [1], '@odata.nextLink': link(1) };
    const { graph } = graphAnswering([json(circle), json(circle), json(circle)]);
    await expect(graph.all('/groups')).rejects.toMatchObject({ code: 'graph.pagingLoop' });
  });
});

describe('waiting', () => {
  const throttled = (retryAfter?: string): Response =>
    json(
      { error: { code: 'TooManyRequests' } },
      429,
      retryAfter ? { 'retry-after': retryAfter } : {},
    );

  it.each([
    ['2.128', 2128],
    ['Thu, 01 Jan 1970 00:16:47 GMT', 7000],
  ])('as long as Graph asks: %s', async (asked, ms) => {
    const { graph, pauses } = graphAnswering([throttled(asked), json({ ok: true })]);
    const news: (number | null)[] = [];
    expect(await graph.get('/groups', { onWait: (until) => news.push(until) })).toEqual({
      ok: true,
    });
    expect(pauses).toEqual([ms]);
    expect(news).toEqual([1_000_000 + ms, null]);
  });

  it('longer than Graph asks, when Graph goes on refusing', async () => {
    const { graph, pauses } = graphAnswering([
      ...Array.from({ length: 4 }, () => throttled('0.249')),
      json({ ok: true }),
    ]);
    expect(await graph.get('/groups')).toEqual({ ok: true });
    expect(pauses).toEqual([750, 1500, 3000, 6000]);
  });

  it("until a date by the answer's own clock, whatever the one here says", async () => {
    const headers = {
      date: 'Wed, 01 Jan 2031 12:09:00 GMT',
      'retry-after': 'Wed, 01 Jan 2031 12:09:02 GMT',
    };
    const { graph, pauses } = graphAnswering([json({}, 429, headers), json({ ok: true })]);
    expect(await graph.get('/groups')).toEqual({ ok: true });
    expect(pauses).toEqual([2000]);
  });

  it.each([
    ['an answer that is cut and whole by its length', new Response('{"value":[{"id":1')],
    ['HTTP 509', new Response(null, { status: 509 })],
  ])('and asks again after %s', async (_name, answer) => {
    const { graph, requests } = graphAnswering([answer, json({ ok: true })]);
    expect(await graph.get('/groups')).toEqual({ ok: true });
    expect(requests).toHaveLength(2);
  });

  it('grows when Graph does not say how long, with a new id for each request', async () => {
    const { graph, pauses, requests } = graphAnswering([
      new Response(null, { status: 503 }),
      new Response(null, { status: 504 }),
      throttled(),
      json({}),
    ]);
    await graph.get('/groups');
    expect(pauses).toEqual([750, 1500, 3000]);
    expect(new Set(requests.map((r) => r.headers['client-request-id'])).size).toBe(4);
  });

  it('gives up in the end and says why', async () => {
    const { graph, requests } = graphAnswering(
      Array.from({ length: 20 }, () => json({ error: { code: 'generalException' } }, 500)),
    );
    await expect(graph.get('/groups')).rejects.toMatchObject({ code: 'graph.generalException' });
    expect(requests).toHaveLength(3);
  });

  it('is not done for longer than ten minutes', async () => {
    const { graph, pauses } = graphAnswering([throttled('3600')]);
    await expect(graph.get('/groups')).rejects.toMatchObject({ retryAfterMs: 3_600_000 });
    expect(pauses).toEqual([]);
  });

  it('is not done when the first answer is wanted', async () => {
    const { graph, pauses } = graphAnswering([throttled('1'), json({})]);
    await expect(graph.get('/groups', { retry: false })).rejects.toMatchObject({
      code: 'graph.TooManyRequests',
    });
    expect(pauses).toEqual([]);
  });

  it.each([400, 403, 404, 410])('is not done after %i', async (status) => {
    const { graph, requests } = graphAnswering([json({}, status), json({})]);
    await expect(graph.get('/groups')).rejects.toMatchObject({ raw: { httpStatus: status } });
    expect(requests).toHaveLength(1);
  });

  it('ends at once when it is cancelled', async () => {
    const { graph } = graphAnswering([throttled('60'), json({})]);
    const stop = new AbortController();
    const options: GraphOptions = { signal: stop.signal, onWait: () => stop.abort() };
    await expect(graph.get('/groups', options)).rejects.toMatchObject({ name: 'CancelledError' });
  });

  it('helps a connection that broke, not a missing network', async () => {
    const broken = graphAnswering([systemError('ECONNRESET'), json({ ok: 1 })]);
    expect(await broken.graph.get('/groups')).toEqual({ ok: 1 });
    const offline = graphAnswering([systemError('ENOTFOUND'), json({ ok: 1 })]);
    await expect(offline.graph.get('/groups')).rejects.toMatchObject({ code: 'network.offline' });
    expect(offline.pauses).toEqual([]);
  });
});

describe('a token that Graph no longer takes', () => {
  const stale = (): Response => json({ error: { code: 'InvalidAuthenticationToken' } }, 401);

  it('is renewed once', async () => {
    const { graph, requests, renewals } = graphAnswering([stale(), json({ ok: 1 })], true);
    expect(await graph.get('/groups')).toEqual({ ok: 1 });
    expect(renewals).toEqual([false, true]);
    expect(requests[1]?.headers['authorization']).toBe('Bearer new-token');
  });

  it('is not renewed twice', async () => {
    const { graph, requests } = graphAnswering([stale(), stale(), json({})], true);
    await expect(graph.get('/groups')).rejects.toMatchObject({
      code: 'graph.InvalidAuthenticationToken',
    });
    expect(requests).toHaveLength(2);
  });

  it('is not renewed when it was given for a test', async () => {
    const { graph, requests } = graphAnswering([stale(), json({})], false);
    await expect(graph.get('/groups')).rejects.toMatchObject({
      code: 'graph.InvalidAuthenticationToken',
    });
    expect(requests).toHaveLength(1);
  });

  const challenged = (): Response =>
    json({}, 401, {
      'www-authenticate': 'Bearer error="insufficient_claims", claims="e30="',
    });

  it('is renewed once for a claims challenge: what happened in the tenant may only be newer', async () => {
    const { graph, renewals } = graphAnswering([challenged(), json({ ok: 1 })], true);
    expect(await graph.get('/groups')).toEqual({ ok: 1 });
    expect(renewals).toEqual([false, true]);
  });

  it('is not renewed for ever: a challenge that stays is reported', async () => {
    const { graph, requests } = graphAnswering([challenged(), challenged(), json({})], true);
    await expect(graph.get('/groups')).rejects.toMatchObject({ code: 'graph.insufficient_claims' });
    expect(requests).toHaveLength(2);
  });
});
