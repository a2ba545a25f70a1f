import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GroupRow } from '../../electron/contract/directory.ts';
import type { DirectoryHost } from '../support/directory-host.ts';
import { startProxiedGraph } from '../support/proxied-graph.ts';
import type { ProxiedGraph } from '../support/proxied-graph.ts';

let graph: ProxiedGraph;
let host: DirectoryHost;
let tenantId: string;

beforeAll(async () => {
  graph = await startProxiedGraph();
});
afterAll(() => graph?.close());
beforeEach(async () => {
  host = await graph.begin();
  tenantId = graph.practice.tenant('large').tenantId;
});
afterEach(() => host.dispose());

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Page = Readonly<Record<string, unknown>> & { readonly value: readonly Row[] };

/** Changes the rows of these pages with `change`. */
const alterRows = (path: string, change: (row: Row) => unknown) =>
  graph.proxy.alter({
    path,
    body: (page: Page) => ({ ...page, value: page.value.map(change) }),
  });
/** The row with only these properties. */
const only =
  (...names: readonly string[]) =>
  (row: Row): Row => ({
    id: row.id,
    ...Object.fromEntries(names.flatMap((name) => (name in row ? [[name, row[name]]] : []))),
    ...('members@delta' in row && { 'members@delta': row['members@delta'] }),
  });

async function people() {
  const window = { tenantId, search: '', offset: 0, limit: 200 };
  return (await host.people.list(window)).rows;
}
async function groups(): Promise<readonly GroupRow[]> {
  const found = await host.groups.list({
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
  return found.rows;
}
const withoutSync = <T extends object>(rows: readonly T[]) =>
  rows.map((row) => ({ ...row, syncedAt: null }));

describe('a property that did not come', () => {
  test.each(['full', 'auto'] as const)('keeps its value in a %s sync', async (mode) => {
    await host.sync(tenantId);
    const before = { people: await people(), groups: await groups() };
    alterRows('/users/delta', only('jobTitle'));
    alterRows('/groups/delta', only('description'));
    alterRows('/devices', only());
    expect(await host.sync(tenantId, mode)).toMatchObject({ state: 'finished', gaps: null });
    expect(withoutSync(await people())).toEqual(withoutSync(before.people));
    expect(withoutSync(await groups())).toEqual(withoutSync(before.groups));
  });

  test('is empty when null came', async () => {
    await host.sync(tenantId);
    const [person] = await people();
    alterRows('/users/delta', (row) => (row.id === person?.id ? { ...row, mail: null } : row));
    await host.sync(tenantId, 'full');
    expect((await people()).find(({ id }) => id === person?.id)).toMatchObject({ mail: null });
  });

  test('is read for each new object that lacks what makes it one', async () => {
    alterRows('/users/delta', only('jobTitle'));
    alterRows('/groups/delta', only('description'));
    expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', gaps: null });
    const rows = await people();
    expect(rows.filter(({ userPrincipalName }) => userPrincipalName === null)).toEqual([]);
    expect((await groups()).filter(({ displayName }) => displayName === '')).toEqual([]);
  });

  test('marks a new object that lacks it and cannot be read by itself', async () => {
    alterRows('/users/delta', only('jobTitle'));
    const refused = graph.proxy.alter({
      path: /^\/users\/[^/]+\?/,
      part: true,
      status: 403,
      body: { error: { code: 'Authorization_RequestDenied' } },
    });
    const first = await host.sync(tenantId);
    expect(first.state).toBe('finished');
    expect(first.gaps?.users).toBe(first.counts.users);
    expect(first.gaps?.first[0]).toMatchObject({ kind: 'user' });
    refused.remove();
    expect(await host.sync(tenantId)).toMatchObject({ mode: 'delta', gaps: null });
    expect((await people()).filter(({ displayName }) => displayName === null)).toEqual([]);
  });
});

describe('one odd row', () => {
  test.each([
    ['users', '/users/delta', { otherMails: [null] }, 'user', 'large'],
    ['groups', '/groups/delta', { mail: 5 }, 'group', 'large'],
    ['devices', '/devices', { displayName: {} }, 'device', 'odd'],
  ] as const)(
    'of %s stops nothing else: it is named, and what was known stays',
    async (kind, path, odd, name, customer) => {
      tenantId = graph.practice.tenant(customer).tenantId;
      const whole = await host.sync(tenantId);
      let id = '';
      alterRows(path, (row) => {
        id ||= row.id;
        return row.id === id ? { ...row, ...odd } : row;
      });
      graph.proxy.alter({
        path: `/${kind}/`,
        part: true,
        body: (row: Row) => ({ ...row, ...odd }),
      });
      const run = await host.sync(tenantId, 'full');
      expect(run).toMatchObject({ state: 'finished', counts: whole.counts });
      expect(run.gaps).toMatchObject({ [kind]: 1, first: [{ kind: name, id: id.toLowerCase() }] });
      graph.proxy.clear();
      expect((await host.sync(tenantId, 'full')).gaps).toBeNull();
    },
  );

  test.each([
    ['users', '/users/delta', null],
    ['users', '/users/delta', { id: 'jane@contoso.example', displayName: 'Jane' }],
    ['groups', '/groups/delta', { id: '42' }],
  ])(
    'of %s that does not say which one it is: each is counted, until a sync reads it',
    async (kind, path, odd) => {
      const whole = await graph.begin();
      const { counts } = await whole.sync(tenantId);
      await whole.dispose();
      let rows = 0;
      alterRows(path, (row) => {
        rows += 1;
        return rows <= 3 ? odd : row;
      });
      const gaps = { [kind]: 3, first: [] };
      expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', gaps });
      graph.proxy.clear();
      const next = await host.sync(tenantId);
      expect(next).toMatchObject({ state: 'finished', mode: 'full', gaps: null, counts });
    },
  );

  test('that lists of devices or contacts cannot be read at all does not stop the sync', async () => {
    const rule = graph.proxy.alter({ path: /^\/contacts/, status: 500, body: '' });
    graph.proxy.alter({ path: /^\/devices/, status: 403, body: { error: { code: 'x' } } });
    const run = await host.sync(tenantId);
    expect(run).toMatchObject({ state: 'finished', gaps: { lists: ['contacts'] } });
    rule.remove();
    expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', gaps: null });
  });
});

describe('a stream that ends early', () => {
  const emptyEnd = (page: Page) => ({
    value: [],
    '@odata.deltaLink': `${graph.proxy.origin}/v1.0/groups/delta?$deltatoken=early`,
    '@odata.context': page['@odata.context'],
  });
  const half = (page: Page) => ({ ...page, value: page.value.slice(page.value.length / 2) });

  test('is asked for again, and is whole then', async () => {
    const rule = graph.proxy.alter({ path: '/groups/delta?$select', times: 1, body: emptyEnd });
    const run = await host.sync(tenantId);
    expect(rule.hits).toBe(1);
    expect(run).toMatchObject({ state: 'finished', gaps: null, counts: { groups: 400 } });
  });

  test.each([
    ['empty', emptyEnd, 400],
    ['half', half, 200],
  ] as const)(
    'and stays %s takes nothing away, is marked, and read whole by the next',
    async (_name, body, lost) => {
      const whole = await host.sync(tenantId);
      const before = withoutSync(await groups());
      const rule = graph.proxy.alter({ path: '/groups/delta', body });
      const run = await host.sync(tenantId, 'full');
      expect(run).toMatchObject({ state: 'finished', counts: whole.counts });
      expect(run.gaps?.short).toEqual({ users: 0, groups: lost });
      expect(withoutSync(await groups())).toEqual(before);
      rule.remove();
      const next = await host.sync(tenantId);
      expect(next).toMatchObject({ mode: 'full', gaps: null, counts: whole.counts });
    },
  );

  test('of people marks the groups whose members nobody names', async () => {
    graph.proxy.alter({ path: '/users/delta', body: half });
    const run = await host.sync(tenantId);
    expect(run.gaps?.short.users).toBeGreaterThan(0);
    expect(run.gaps?.groups).toBeGreaterThan(0);
    const marked = (await groups()).filter(({ incomplete }) => incomplete);
    expect(marked.length).toBeGreaterThan(0);
  });
});
