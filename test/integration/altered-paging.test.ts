import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DirectoryHost } from '../support/directory-host.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
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
  // Pages take no time, so that the machine's speed does not decide between delta and lists.
  const start = Date.now();
  host = await graph.begin({ clock: createJumpingClock(() => start) });
  graph.practice.faults.set({ pageSizes: { deltaGroups: 100, deltaUsers: 100 } });
});
afterEach(() => host.dispose());

type Page = Readonly<Record<string, unknown>>;
const isFirstPage = (path: string): boolean => path.startsWith('/groups/delta?$select');
const asked = (path: RegExp): number =>
  graph.proxy.passed.filter((one) => path.test(one.path)).length;
const healthy = { state: 'finished', problem: null, counts: { groups: 400, memberships: 4000 } };

/** Matches from the second page of groups on. */
const laterPage = /^\/groups\/delta\?\$skiptoken/;

test('a stated full sync begins at the first page, whatever stopped the one before', async () => {
  const rule = graph.proxy.alter({ path: laterPage, status: 500, body: '' });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'failed' });
  rule.remove();
  graph.proxy.clear();
  expect(await host.sync(tenantId, 'full')).toMatchObject(healthy);
  expect(graph.proxy.passed.some(({ path }) => isFirstPage(path))).toBe(true);
});

test.each([
  ['404', 404, { error: { code: 'Request_ResourceNotFound' } }],
  ["a filter's 404", 404, '<html>'],
  ['410', 410, ''],
  ['400', 400, { error: { code: 'Request_BadRequest' } }],
])(
  'a link that is refused with %s starts over, and is not asked again',
  async (_name, status, body) => {
    const rule = graph.proxy.alter({ path: laterPage, times: 1, status, body });
    expect(await host.sync(tenantId)).toMatchObject(healthy);
    expect(rule.hits).toBe(1);
    expect(asked(/^\/groups\/delta\?\$select/)).toBe(2);
  },
);

test('a link that stays refused ends the sync; the next one begins at the first page', async () => {
  const rule = graph.proxy.alter({ path: laterPage, status: 404, body: '' });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'failed' });
  rule.remove();
  graph.proxy.clear();
  expect(await host.sync(tenantId)).toMatchObject(healthy);
  expect(graph.proxy.passed.some(({ path }) => isFirstPage(path))).toBe(true);
});

test('a link to another host is never followed; later syncs are healthy', async () => {
  const rule = graph.proxy.alter({
    path: '/groups/delta?$select',
    body: (page: Page) => ({
      ...page,
      '@odata.nextLink': 'https://graph.hostile.example/v1.0/groups',
    }),
  });
  expect(await host.sync(tenantId)).toMatchObject({
    state: 'failed',
    problem: { code: 'guard.address', params: { host: 'graph.hostile.example' } },
  });
  rule.remove();
  expect(await host.sync(tenantId)).toMatchObject(healthy);
});

test('a link that fails twice is given up, and a delta link as well', async () => {
  const stuck = graph.proxy.alter({ path: laterPage, status: 500, body: '' });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'failed' });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'failed' });
  stuck.remove();
  graph.proxy.clear();
  expect(await host.sync(tenantId)).toMatchObject(healthy);
  expect(graph.proxy.passed.some(({ path }) => isFirstPage(path))).toBe(true);

  const delta = graph.proxy.alter({ path: '/groups/delta?$deltatoken', status: 500, body: '' });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'failed', mode: 'delta' });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'failed', mode: 'delta' });
  expect(await host.sync(tenantId)).toMatchObject({ ...healthy, mode: 'full' });
  expect(delta.hits).toBeGreaterThan(0);
});

test('a break of the connection is no failure of the link: the sync goes on there', async () => {
  for (let times = 0; times < 3; times += 1) {
    const cut = graph.proxy.alter({ path: laterPage, after: 1, cut: 'beforeAnswer' });
    await host.sync(tenantId);
    cut.remove();
  }
  graph.proxy.clear();
  expect(await host.sync(tenantId)).toMatchObject(healthy);
  expect(graph.proxy.passed.some(({ path }) => isFirstPage(path))).toBe(false);
});

test('a circle of pages ends with a sentence and keeps what was there', async () => {
  expect(await host.sync(tenantId)).toMatchObject(healthy);
  let first = '';
  const rule = graph.proxy.alter({
    path: '/groups/delta',
    body: (page: Page) => {
      first ||= String(page['@odata.nextLink']);
      const isEnd = page['@odata.deltaLink'] !== undefined;
      return isEnd ? { value: page['value'], '@odata.nextLink': first } : page;
    },
  });
  expect(await host.sync(tenantId, 'full')).toMatchObject({
    state: 'failed',
    problem: { code: 'graph.pagingLoop' },
  });
  const { total } = await groups();
  expect(total).toBe(400);
  rule.remove();
  graph.proxy.clear();
  expect(await host.sync(tenantId)).toMatchObject(healthy);
  expect(graph.proxy.passed.some(({ path }) => isFirstPage(path))).toBe(true);
});

test('pages that bring nothing new end, though each leads to another', async () => {
  let page = 0;
  graph.proxy.alter({
    path: '/users/delta',
    status: 200,
    body: () => {
      page += 1;
      const link = `${graph.proxy.origin}/v1.0/users/delta?$skiptoken=${page}`;
      return { value: [], '@odata.nextLink': link };
    },
  });
  expect(await host.sync(tenantId)).toMatchObject({
    state: 'failed',
    problem: { code: 'graph.pagingLoop' },
  });
});

/** Leaves a group that the last sync could not read: the next delta sync reads its members by a list. */
async function unreadGroup(): Promise<string> {
  const { rows } = await groups();
  const id = rows.find(({ directMembers }) => (directMembers ?? 0) > 2)?.id ?? '';
  const rule = graph.proxy.alter({
    path: '/groups/delta',
    body: (page: { readonly value: readonly { readonly id: string }[] }) => ({
      ...page,
      value: page.value.map((group) => (group.id === id ? { ...group, mail: 5 } : group)),
    }),
  });
  expect(await host.sync(tenantId, 'full')).toMatchObject({ state: 'finished' });
  rule.remove();
  graph.proxy.clear();
  return id;
}

/** Answers every page of one group's members with no members, and a link that `next` makes. */
function endlessMembers(id: string, next: (page: number) => string) {
  let pages = 0;
  return graph.proxy.alter({
    path: `/groups/${id}/members`,
    part: true,
    status: 200,
    body: () => {
      pages += 1;
      const link = `${graph.proxy.origin}/v1.0/groups/${id}/members?$skiptoken=${next(pages)}`;
      return { value: [], '@odata.nextLink': link };
    },
  });
}

test.each([
  ['a circle', (page: number) => (page % 2 === 0 ? 'a' : 'b')],
  ['always another link with nothing new', (page: number) => `page-${page}`],
])('a list of members without end marks its group and nothing else: %s', async (_name, next) => {
  await host.sync(tenantId);
  const id = await unreadGroup();
  const { directMembers } = await host.groups.get(tenantId, id);
  const rule = endlessMembers(id, next);
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', mode: 'delta' });
  expect(rule.hits).toBeLessThan(400);
  expect((await host.groups.get(tenantId, id)).directMembers).toBe(directMembers);
  expect(await failureOf(id)).toMatchObject({ code: 'graph.pagingLoop' });
  rule.remove();
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', mode: 'delta' });
  expect((await host.groups.get(tenantId, id)).directMembers).toBe(directMembers);
  expect(await failureOf(id)).toBeNull();
});

test("a list's link that is refused starts the list over", async () => {
  await host.sync(tenantId);
  const id = await unreadGroup();
  graph.proxy.alter({
    path: `/groups/${id}/members?$select`,
    part: true,
    times: 1,
    body: (page: Page) => ({
      ...page,
      '@odata.nextLink': `${graph.proxy.origin}/V1.0/groups/${id}/members?$skiptoken=gone`,
    }),
  });
  const refused = graph.proxy.alter({ path: 'skiptoken=gone', part: true, status: 404, body: {} });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', mode: 'delta' });
  expect(refused.hits).toBe(1);
  expect(await failureOf(id)).toBeNull();
});

/** Why the last sync could not read this group. */
async function failureOf(groupId: string) {
  const { marks } = await host.groups.get(tenantId, groupId);
  return marks.find(({ kind }) => kind === 'failed')?.problem ?? null;
}

async function groups() {
  return await host.groups.list({
    tenantId,
    search: '',
    kinds: [],
    flags: [],
    emptyOnly: false,
    sort: 'name',
    descending: false,
    offset: 0,
    limit: 200,
  });
}

test.each([
  ['/groups/delta', '@odata.nextLink', '/users/delta?$select=id'],
  ['/groups/delta', '@odata.deltaLink', '/users/delta?$deltatoken=x'],
  ['/users/delta', '@odata.nextLink', '/groups?$select=id'],
])('%s: a %s that leads to objects of another kind is not followed', async (path, at, to) => {
  const link = `${graph.proxy.origin}/v1.0${to}`;
  graph.proxy.alter({ path, times: 1, body: (page: Page) => ({ ...page, [at]: link }) });
  expect(await host.sync(tenantId)).toMatchObject({
    state: 'failed',
    problem: { code: 'sync.unreadablePage', params: { at, found: 'elsewhere' } },
  });
  expect(await host.sync(tenantId)).toMatchObject(healthy);
});
