import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DirectoryHost } from '../support/directory-host.ts';
import { startProxiedGraph } from '../support/proxied-graph.ts';
import type { ProxiedGraph } from '../support/proxied-graph.ts';

let graph: ProxiedGraph;
let host: DirectoryHost;
let tenantId: string;

beforeAll(async () => {
  graph = await startProxiedGraph();
  tenantId = graph.practice.tenant('large').tenantId;
});
afterAll(() => graph?.close());
beforeEach(async () => {
  host = await graph.begin();
});
afterEach(() => host.dispose());

type Row = Readonly<Record<string, unknown>>;

/** Runs a sync that cannot read `count` groups: the next sync requests their lists in a batch. */
async function leaveUnread(count: number): Promise<void> {
  let left = count;
  const rule = graph.proxy.alter({
    path: '/groups/delta',
    body: (page: { readonly value: readonly Row[] }) => ({
      ...page,
      value: page.value.map((group) => (left-- > 0 ? { ...group, mail: 5 } : group)),
    }),
  });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', gaps: { groups: count } });
  rule.remove();
  graph.waits.length = 0;
}
const waited = (): number => graph.waits.reduce((sum, one) => sum + one, 0);

test('a wait that was told too short is a lower bound: the lists are read when the refusals end', async () => {
  await leaveUnread(6);
  const refused = graph.proxy.alter({
    path: /\/members/,
    part: true,
    when: () => waited() < 12_000,
    status: 429,
    headers: { 'Retry-After': '0.249' },
    body: { error: { code: 'TooManyRequests' } },
  });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', mode: 'delta', gaps: null });
  expect(refused.hits).toBeGreaterThan(6);
});

test('one part that is told to wait for an hour is marked and holds up nothing', async () => {
  await leaveUnread(6);
  graph.proxy.alter({
    path: /\/members/,
    part: true,
    times: 1,
    status: 429,
    headers: { 'Retry-After': '3600' },
    body: { error: { code: 'TooManyRequests' } },
  });
  const run = await host.sync(tenantId);
  expect(run).toMatchObject({ state: 'finished', gaps: { groups: 1 } });
  expect(waited()).toBeLessThan(60_000);
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', gaps: null });
});

test('a part that is told to wait until a date is measured by the clock of its batch', async () => {
  await leaveUnread(6);
  const day = 24 * 60 * 60_000;
  const theirs = (ahead: number): string =>
    new Date(graph.practice.clock.now() + 30 * day + ahead).toUTCString();
  graph.proxy.alter({ path: '/$batch', headers: { date: theirs(0) } });
  graph.proxy.alter({
    path: /\/members/,
    part: true,
    times: 1,
    status: 429,
    headers: { 'Retry-After': theirs(40_000) },
    body: { error: { code: 'TooManyRequests' } },
  });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', gaps: null });
  expect(waited()).toBeGreaterThanOrEqual(40_000);
  expect(waited()).toBeLessThan(day);
});

test('a page that is told to wait for an hour ends the sync and says so', async () => {
  const headers = { 'Retry-After': '3600' };
  graph.proxy.alter({ path: '/users/delta', times: 1, status: 429, headers, body: {} });
  expect(await host.sync(tenantId)).toMatchObject({
    state: 'failed',
    problem: { code: 'graph.TooManyRequests', retryAfterMs: 3_600_000 },
  });
});

test.each([
  ['cut, and whole by its length', { body: '{"value":[{"id":"' }],
  ['a gzip that ends early', { body: cutGzip(), headers: { 'content-encoding': 'gzip' } }],
  ['a connection that is reset', { cut: 'reset' }],
  ['HTTP 509', { status: 509, body: '' }],
] as const)('a page is asked for again after %s', async (_name, change) => {
  graph.proxy.alter({ path: '/users/delta', times: 1, ...change });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', gaps: null });
});

function cutGzip(): Uint8Array {
  const whole = gzipSync(
    JSON.stringify({ value: Array.from({ length: 900 }, (_, id) => ({ id })) }),
  );
  return whole.subarray(0, whole.length / 2);
}
