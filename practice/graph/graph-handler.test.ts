import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPracticeGraph } from '../../test/support/practice-graph.ts';
import type { PracticeGraph } from '../../test/support/practice-graph.ts';

let graph: PracticeGraph;

beforeEach(async () => {
  graph = await startPracticeGraph({ largeGroups: 20, largeMemberships: 60 });
});

afterEach(() => graph.close());

describe('every answer', () => {
  it('carries its ids, and the caller’s, in headers and in errors', async () => {
    const headers = { 'client-request-id': '5f3c1c2e-0000-4000-8000-000000000001' };
    const good = await graph.ask('odd', 'groups', { headers });
    expect(good.headers.get('client-request-id')).toBe(headers['client-request-id']);
    expect(good.headers.get('x-ms-ags-diagnostic')).toContain('ServerInfo');
    expect(good.headers.get('content-type')).toContain('odata.metadata=minimal');
    const bad = await graph.ask('odd', 'groups/none', { headers });
    expect(bad.body['error']).toMatchObject({
      innerError: {
        'request-id': bad.headers.get('request-id'),
        'client-request-id': headers['client-request-id'],
        date: '2026-11-20T09:00:00',
      },
    });
  });

  it('is logged by route, without keys', async () => {
    await graph.ask('odd', 'users/jane.okafor@quillfeather.example');
    expect(graph.log.at(-1)).toMatchObject({ route: 'users/{id}', status: 200, part: false });
    expect(JSON.stringify(graph.log)).not.toContain('jane');
  });

  it('of another version is refused', async () => {
    const { status } = await graph.ask('odd', `${graph.origin}/beta/groups`);
    expect(status).toBe(400);
  });
});

describe('throttling', () => {
  it('warns above four fifths, then answers 429 with Retry-After and scope', async () => {
    graph.throttle.set({ unitsPerTenSeconds: { medium: 10 } });
    const first = await graph.ask('odd', 'groups');
    expect(first.headers.get('x-ms-resource-unit')).toBe('1');
    expect(first.headers.get('x-ms-throttle-limit-percentage')).toBeNull();
    for (let call = 0; call < 8; call += 1) await graph.ask('odd', 'groups');
    const near = await graph.ask('odd', 'groups');
    expect(near.headers.get('x-ms-throttle-limit-percentage')).toBe('1.00');
    const refused = await graph.ask('odd', 'groups');
    expect([refused.status, refused.body.error.code]).toEqual([429, 'TooManyRequests']);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('x-ms-throttle-scope')).toBe(
      `Tenant_Application/ReadWrite/${graph.connector}/${graph.tenant('odd').tenantId}`,
    );
  });
});

describe('what can be made to go wrong', () => {
  const set = (fault: object) => graph.faults.set({ faults: [fault] });
  const ask = (path = 'groups') => graph.ask('odd', path);

  it('an error with or without Retry-After, then health again', async () => {
    set({ type: 'error', endpoint: 'groups', status: 503, code: 'serviceNotAvailable' });
    const first = await ask();
    expect([first.status, first.body.error.code]).toEqual([503, 'serviceNotAvailable']);
    expect(first.headers.get('retry-after')).toBeNull();
    expect((await ask()).status).toBe(200);
    set({ type: 'throttled', retryAfter: 2.128 });
    expect((await ask()).headers.get('retry-after')).toBe('2.128');
  });

  it('a connection that ends before or inside the answer', async () => {
    set({ type: 'drop' });
    await expect(ask()).rejects.toThrow('fetch failed');
    set({ type: 'drop', moment: 'inBody' });
    await expect(ask()).rejects.toThrow('terminated');
    set({ type: 'drop', endpoint: '$batch' });
    await expect(graph.ask('odd', '$batch', { body: {} })).rejects.toThrow('fetch failed');
  });

  it('JSON that is cut off, a page without items, a foreign link, a redirect, a resync', async () => {
    set({ type: 'malformedJson' });
    const broken = await ask();
    expect(() => broken.body).toThrow('JSON');
    set({ type: 'emptyPage', endpoint: 'groups' });
    const pages = await graph.pages('odd', 'groups?$select=id');
    expect(pages[0]?.value).toEqual([]);
    expect(pages[1]?.value.length).toBe(graph.tenant('odd').directory.count('group'));
    set({ type: 'hostileLink', endpoint: 'groups/delta' });
    const hostile = await ask('groups/delta');
    expect(hostile.body['@odata.deltaLink']).toMatch(
      /^https:\/\/graph\.hostile\.example\/v1\.0\/groups\/delta\?/,
    );
    set({ type: 'redirect' });
    const moved = await ask();
    expect([moved.status, moved.headers.get('location')]).toEqual([
      302,
      'https://graph.hostile.example/v1.0/groups',
    ]);
    set({ type: 'resync', endpoint: 'users/delta' });
    const gone = await ask('users/delta');
    expect(gone.status).toBe(410);
    expect(gone.headers.get('location')).toMatch(/users\/delta\?\$deltatoken=$/);
  });

  it('a part of a batch', async () => {
    set({ type: 'throttled', endpoint: 'groups', retryAfter: 3 });
    const requests = [{ id: '1', method: 'GET', url: '/groups' }];
    const { status, body } = await graph.ask('odd', '$batch', { body: { requests } });
    expect(status).toBe(200);
    expect(body.responses[0]).toMatchObject({ status: 429, headers: { 'Retry-After': '3' } });
  });
});
