import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventual, startPracticeGraph } from '../../test/support/practice-graph.ts';
import type { PracticeGraph } from '../../test/support/practice-graph.ts';

let graph: PracticeGraph;

beforeEach(async () => {
  graph = await startPracticeGraph();
});

afterEach(() => graph.close());

const batch = (requests: readonly object[]) =>
  graph.ask('healthy', '$batch', { body: { requests } });

describe('$batch', () => {
  it('answers every part by its id, in another order than asked', async () => {
    const requests = Array.from({ length: 20 }, (_, index) => ({
      id: String(index),
      method: 'GET',
      url: `/groups?$top=${index + 1}&$select=id`,
    }));
    const { status, body } = await batch(requests);
    expect(status).toBe(200);
    const ids = body.responses.map((part) => part.id);
    expect(ids).not.toEqual(requests.map((part) => part.id));
    for (const part of body.responses) {
      expect(part.status).toBe(200);
      expect(part.body.value).toHaveLength(Number(part.id) + 1);
      expect(part.headers['x-ms-resource-unit']).toBe('1');
    }
  });

  it('takes headers in the part and refuses what writes, part by part', async () => {
    const { body } = await batch([
      { id: 'count', method: 'GET', url: 'users/$count', headers: eventual },
      { id: 'write', method: 'DELETE', url: 'groups/x' },
      { id: 'function', method: 'POST', url: 'groups/delta', body: {} },
      { id: 'foreign', method: 'GET', url: 'https://elsewhere.example/v1.0/groups' },
      { id: 'nested', method: 'POST', url: '$batch', body: { requests: [] } },
    ]);
    const byId = Object.fromEntries(body.responses.map((part) => [part.id, part]));
    expect(byId['count']).toMatchObject({ status: 200, body: 184 });
    expect(byId['write']?.body.error.code).toBe('Authorization_RequestDenied');
    expect(byId['function']?.status).toBe(405);
    expect(byId['foreign']?.status).toBe(400);
    expect(byId['nested']?.status).toBe(400);
    expect(graph.tenant('healthy').directory.sequence).toBe(
      graph.tenant('healthy').directory.oldestSequence,
    );
  });

  it('fails what depends on a failure', async () => {
    const { body } = await batch([
      { id: '2', method: 'GET', url: '/groups?$top=1', dependsOn: ['1'] },
      { id: '1', method: 'GET', url: '/groups/none' },
    ]);
    const statuses = Object.fromEntries(body.responses.map((part) => [part.id, part.status]));
    expect(statuses).toEqual({ '1': 404, '2': 424 });
  });

  it.each([
    [
      'too many',
      Array.from({ length: 21 }, (_, id) => ({ id: `${id}`, method: 'GET', url: '/me' })),
    ],
    ['two of one id', [1, 2].map(() => ({ id: 'a', method: 'GET', url: '/groups' }))],
    ['ids that differ in case', ['a', 'A'].map((id) => ({ id, method: 'GET', url: '/groups' }))],
    ['none', []],
    ['an unknown dependency', [{ id: '1', method: 'GET', url: '/groups', dependsOn: ['9'] }]],
    [
      'a circle',
      ['1', '2'].map((id) => ({
        id,
        method: 'GET',
        url: '/groups',
        dependsOn: [id === '1' ? '2' : '1'],
      })),
    ],
  ])('refuses the whole for %s', async (_, requests) => {
    const { status, body } = await batch(requests);
    expect([status, body.error.code]).toEqual([400, 'BadRequest']);
  });

  it('meters every part and throttles parts one by one', async () => {
    graph.throttle.set({ unitsPerTenSeconds: { medium: 6 } });
    const { id } = graph.tenant('healthy').directory.at(200);
    const parts = ['1', '2', '3'].map((part) => ({
      id: part,
      method: 'GET',
      url: `/groups/${id}/members?$select=id&$top=999`,
    }));
    expect((await batch(parts)).body.responses.map((part) => part.status)).toEqual([200, 200, 200]);
    const { status, body } = await batch(parts);
    expect(status).toBe(200);
    expect(body.responses.map((part) => part.status)).toEqual([429, 429, 429]);
    const retryAfter = Number(body.responses[0]?.headers['Retry-After']);
    expect(retryAfter).toBeGreaterThan(3);
    graph.pass(retryAfter * 1000);
    expect((await batch(parts.slice(0, 1))).body.responses[0]?.status).toBe(200);
  });

  it('lets every part fail in its own way', async () => {
    const { directory } = graph.tenant('healthy');
    const ids = directory.indexes('group').slice(0, 6);
    const [slow = '', hidden = '', gone = '', broken = '', silent = '', good = ''] = ids.map(
      (index) => directory.at(index).id,
    );
    const endpoint = 'groups/{id}/members';
    const error = (objectId: string, status: number, code: string) => ({
      type: 'error',
      endpoint,
      objectId,
      status,
      code,
    });
    graph.faults.set({
      faults: [
        { type: 'throttled', endpoint, objectId: slow, retryAfter: 2.128 },
        error(hidden, 403, 'Authorization_RequestDenied'),
        error(gone, 404, 'Request_ResourceNotFound'),
        error(broken, 500, 'InternalServerError'),
        { type: 'drop', endpoint, objectId: silent, part: true },
      ],
    });
    const parts = [slow, hidden, gone, broken, silent, good].map((id) => ({
      id,
      method: 'GET',
      url: `/groups/${id}/members?$select=id&$top=999`,
    }));
    const { status, body } = await batch(parts);
    expect(status).toBe(200);
    const byId = new Map(body.responses.map((part) => [part.id, part]));
    const seen = [slow, hidden, gone, broken, silent, good].map((id) => byId.get(id)?.status);
    expect(seen).toEqual([429, 403, 404, 500, 504, 200]);
    expect(byId.get(slow)?.headers['Retry-After']).toBe('2.128');
    expect(byId.get(hidden)?.body.error.code).toBe('Authorization_RequestDenied');
    expect(graph.faults.waiting).toEqual([]);
  });

  it('can answer 424 for the whole when a part is throttled', async () => {
    graph.faults.set({
      batch: { throttledStatus: 424 },
      faults: [{ type: 'throttled', part: true, retryAfter: 1 }],
    });
    const parts = ['1', '2'].map((id) => ({ id, method: 'GET', url: '/groups?$top=1' }));
    const { status, body } = await batch(parts);
    expect(status).toBe(424);
    expect(body.responses.map((part) => part.status).toSorted()).toEqual([200, 429]);
    expect((await batch(parts)).status).toBe(200);
  });

  it('is told in the log beside its parts, and can fail as a whole', async () => {
    graph.faults.set({ faults: [{ type: 'throttled', endpoint: '$batch', retryAfter: 3 }] });
    const parts = [{ id: '1', method: 'GET', url: '/groups?$top=1' }];
    const refused = await batch(parts);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
    await batch(parts);
    expect(graph.log.map(({ route, status, part }) => [route, status, part])).toEqual([
      ['$batch', 429, false],
      ['groups', 200, true],
      ['$batch', 200, false],
    ]);
  });

  it('asks for a token once for all', async () => {
    const { status, body } = await graph.ask('healthy', '$batch', { body: {}, claims: null });
    expect([status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  });
});
