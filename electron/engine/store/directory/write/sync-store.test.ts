import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SyncMode } from '../../../../contract/sync.ts';
import type { SyncPlan, SyncStream } from '../../../directory/sync/store.ts';
import { openStoreHere } from '../../open-store-here.ts';
import type { Store } from '../../store.ts';

const key = new Uint8Array(32).fill(3);
const id = (word: string): string =>
  `${Buffer.from(word.padEnd(4, '_')).toString('hex').slice(0, 8)}-0000-4000-8000-000000000000`;
const tenantId = id('tent');
const day = 86_400_000;
let folder: string;
let store: Store;
let runs = 0;
let pageLinks = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-directory-'));
  store = openStoreHere({ path: folder, key });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const user = (word: string, more: object = {}) => ({
  id: id(word),
  displayName: word,
  userPrincipalName: `${word}@fabrikam.test`,
  ...more,
});
const ref = (word: string, type = 'user') => ({
  '@odata.type': `#microsoft.graph.${type}`,
  id: id(word),
});
const gone = (word: string, type = 'user') => ({
  ...ref(word, type),
  '@removed': { reason: 'deleted' },
});
const group = (word: string, members: object[] = [], more: object = {}) => ({
  id: id(word),
  displayName: word,
  mailEnabled: false,
  securityEnabled: true,
  groupTypes: [],
  ...more,
  ...(members.length > 0 && { 'members@delta': members }),
});

async function begin(mode: SyncMode = 'auto', at = 1000): Promise<SyncPlan> {
  runs += 1;
  return await store.syncs.begin({ id: id(`r${runs}`), tenantId, mode, at, readsHidden: false });
}
async function page(plan: SyncPlan, stream: SyncStream, value: object[], last = true, at = 1000) {
  pageLinks += 1;
  const link = `https://graph.test/${stream}/${pageLinks}`;
  const json = { value, [last ? '@odata.deltaLink' : '@odata.nextLink']: link };
  const bytes = new TextEncoder().encode(JSON.stringify(json)).buffer as ArrayBuffer;
  const parsed = await store.syncs.parsePage(plan.run.no, stream, bytes);
  return (await store.syncs.writePage(parsed.page, at)).counts;
}
/** Runs a complete sync of the given objects. */
async function sync(
  content: { users?: object[]; groups?: object[]; devices?: object[]; contacts?: object[] },
  mode: SyncMode = 'auto',
  at = 1000,
) {
  const plan = await begin(mode, at);
  for (const { stream } of plan.streams) await page(plan, stream, content[stream] ?? [], true, at);
  return await store.syncs.finish(plan.run.no, at);
}
const everyGroup = {
  tenantId,
  search: '',
  kinds: [],
  flags: [],
  emptyOnly: false,
  sort: 'name',
  descending: false,
  offset: 0,
  limit: 50,
} as const;
async function groupNames(search = ''): Promise<string[]> {
  const found = await store.groups.list({ ...everyGroup, kinds: [], flags: [], search });
  expect(found.total).toBe(found.rows.length);
  return found.rows.map((row) => row.displayName);
}
async function memberNames(word: string, scope: 'direct' | 'effective' = 'direct') {
  const found = await store.groups.members({
    tenantId,
    groupId: id(word),
    scope,
    search: '',
    offset: 0,
    limit: 50,
  });
  return found?.rows.map((row) => row.displayName);
}

test('a sync shows nothing until it is finished, then everything', async () => {
  const plan = await begin();
  expect(plan).toMatchObject({ resumed: false, run: { mode: 'full', state: 'running' } });
  await page(plan, 'users', [user('jane')]);
  expect(await page(plan, 'groups', [group('sales', [ref('jane')])])).toMatchObject({
    users: 1,
    groups: 1,
    memberships: 1,
  });
  await page(plan, 'devices', []);
  await page(plan, 'contacts', []);
  expect(await groupNames()).toEqual([]);
  expect(await store.syncs.finish(plan.run.no, 2000)).toMatchObject({
    state: 'finished',
    counts: { users: 1, groups: 1, memberships: 1 },
  });
  expect(await groupNames()).toEqual(['sales']);
  expect(await memberNames('sales')).toEqual(['jane']);
});

test('a group read window by window is all of it by name, at each sync as that one saw it', async () => {
  const words = ['zoe', 'ann', 'joe', 'eve', 'kim'];
  const windowed = async (scope: 'direct' | 'effective') => {
    const names: (string | null)[] = [];
    for (let offset = 0; ; offset += 2) {
      const window = { tenantId, groupId: id('top'), scope, search: '', offset, limit: 2 };
      const found = await store.groups.members(window);
      names.push(...(found?.rows.map(({ displayName }) => displayName) ?? []));
      if (offset >= (found?.total ?? 0)) return names;
    }
  };
  const nested = group('nest', [ref('eve'), ref('kim')]);
  const top = group('top', [ref('zoe'), ref('ann'), ref('joe'), ref('nest', 'group')]);
  await sync({ users: words.map((word) => user(word)), groups: [nested, top] }, 'full');
  expect(await windowed('direct')).toEqual(['ann', 'joe', 'nest', 'zoe']);
  expect(await windowed('effective')).toEqual(['ann', 'eve', 'joe', 'kim', 'zoe']);
  await sync({ users: [user('ann', { displayName: 'yan' }), gone('joe')] }, 'auto', 2000);
  expect(await windowed('direct')).toEqual(['nest', 'yan', 'zoe']);
  expect(await windowed('effective')).toEqual(['eve', 'kim', 'yan', 'zoe']);
});

test('pieces of a group, repeated pages and empty pages come to the same', async () => {
  const plan = await begin();
  await page(plan, 'groups', [group('sales', [ref('jane')])], false);
  await page(plan, 'groups', [], false);
  await page(plan, 'groups', [group('sales', [ref('joe')])], false);
  await page(plan, 'groups', [{ id: id('sales'), 'members@delta': [ref('ann')] }], false);
  await page(plan, 'groups', [group('sales', [ref('jane')])]);
  await page(plan, 'users', [user('jane'), user('joe'), user('ann')], false);
  await page(plan, 'users', [user('joe')]);
  await page(plan, 'devices', []);
  await page(plan, 'contacts', []);
  const done = await store.syncs.finish(plan.run.no, 2000);
  expect(done.counts).toMatchObject({ users: 3, groups: 1, memberships: 3 });
  expect(await memberNames('sales')).toEqual(['ann', 'jane', 'joe']);
});

test('a delta adds, removes and renames; what it does not mention stays', async () => {
  await sync({
    users: [user('jane'), user('joe')],
    groups: [
      group('sales', [ref('jane'), ref('joe')]),
      group('vpn', [ref('sales', 'group')]),
      group('old'),
    ],
  });
  const second = await sync({
    users: [{ id: id('joe'), '@removed': { reason: 'changed' } }, user('new')],
    groups: [
      group('sales', [gone('jane'), ref('new')], { displayName: 'sales emea' }),
      { id: id('old'), '@removed': { reason: 'deleted' } },
      group('vpn'),
    ],
  });
  expect(second).toMatchObject({ mode: 'delta', counts: { users: 2, groups: 2, memberships: 2 } });
  expect(await groupNames()).toEqual(['sales emea', 'vpn']);
  expect(await memberNames('sales')).toEqual(['new']);
  expect(await memberNames('vpn', 'effective')).toEqual(['new']);
  const [sales] = (await store.groups.list({ ...everyGroup, kinds: [], flags: [] })).rows;
  expect(sales?.directMembers).toBe(1);
  expect(await groupNames('emea')).toEqual(['sales emea']);
  expect(await groupNames('old')).toEqual([]);
});

test('a group that lost all members is empty; members@delta absent means nothing', async () => {
  await sync({ users: [user('jane')], groups: [group('sales', [ref('jane')])] });
  await sync({ groups: [group('sales')] });
  expect(await memberNames('sales')).toEqual(['jane']);
  await sync({ groups: [group('sales', [gone('jane')])] });
  expect(await memberNames('sales')).toEqual([]);
  const empty = await store.groups.list({ ...everyGroup, kinds: [], flags: [], emptyOnly: true });
  expect(empty.rows.map((row) => row.displayName)).toEqual(['sales']);
});

test('a full sync removes what it did not meet', async () => {
  await sync({
    users: [user('jane'), user('joe')],
    groups: [group('sales', [ref('jane'), ref('joe')]), group('vpn', [ref('joe')])],
    devices: [user('pc')],
  });
  const again = await sync(
    { users: [user('jane')], groups: [group('sales', [ref('jane')])] },
    'full',
  );
  expect(again).toMatchObject({
    mode: 'full',
    counts: { users: 1, groups: 1, memberships: 1, devices: 0 },
  });
  expect(await groupNames()).toEqual(['sales']);
  expect(await memberNames('sales')).toEqual(['jane']);
});

test('soft-deleted people whom delta still lists are not shown as members', async () => {
  await sync({ users: [user('jane')], groups: [group('sales', [ref('jane'), ref('ghost')])] });
  expect(await memberNames('sales')).toEqual(['jane']);
  const detail = await store.groups.get(tenantId, id('sales'));
  expect(detail).toMatchObject({ directMembers: 1, effectiveMembers: 1, marks: [] });
  await sync({ users: [user('ghost')] });
  expect(await store.groups.get(tenantId, id('sales'))).toMatchObject({ directMembers: 2 });
});

test('members of unknown type are kept, and the list says that it is limited', async () => {
  await sync({ groups: [group('sales', [{ id: id('dark') }])] });
  expect(await store.groups.get(tenantId, id('sales'))).toMatchObject({
    directMembers: 1,
    incomplete: true,
    marks: [{ kind: 'limitedInformation' }],
  });
  expect(await memberNames('sales')).toEqual([null]);
});

test('a delta that meets a device asks for the list of devices', async () => {
  await sync({});
  const plan = await begin();
  expect(plan.streams.map(({ stream }) => stream)).toEqual(['users', 'groups']);
  await page(plan, 'users', []);
  await page(plan, 'groups', [group('kiosk', [ref('pc', 'device')])]);
  expect(await store.syncs.unnamedStreams(plan.run.no)).toEqual(['devices']);
  await page(plan, 'devices', [user('pc')]);
  await store.syncs.finish(plan.run.no, 2000);
  expect(await memberNames('kiosk')).toEqual(['pc']);
});

test('a sync that was cut off goes on after its last page', async () => {
  const plan = await begin();
  await page(plan, 'users', [user('jane')]);
  await page(plan, 'groups', [group('sales', [ref('jane')])], false);
  const link = `https://graph.test/groups/${pageLinks}`;
  await store.close();
  store = openStoreHere({ path: folder, key });
  const again = await begin();
  expect(again).toMatchObject({ resumed: true, run: { id: plan.run.id } });
  expect(again.streams).toContainEqual({
    stream: 'groups',
    link,
    done: false,
    listed: false,
  });
  expect(again.streams).toContainEqual({
    stream: 'users',
    link: null,
    done: true,
    listed: false,
  });
  await page(again, 'groups', [group('vpn')]);
  await page(again, 'devices', []);
  await page(again, 'contacts', []);
  await store.syncs.finish(again.run.no, 3000);
  expect(await groupNames()).toEqual(['sales', 'vpn']);
});

test('a list that a failed sync could not read is asked for again by the sync that continues it', async () => {
  const plan = await begin();
  const problem = { code: 'graph.unknown', params: {}, retry: 'after' } as const;
  await store.syncs.skipStream(plan.run.no, 'contacts', problem);
  await store.syncs.end(plan.run.no, { state: 'failed', problem, at: 1500 });
  const again = await begin('auto', 2000);
  expect(again.resumed).toBe(true);
  const contacts = again.streams.find(({ stream }) => stream === 'contacts');
  expect(contacts).toMatchObject({ link: null, done: false });
  for (const { stream } of again.streams) await page(again, stream, [], true, 2000);
  expect(await store.syncs.finish(again.run.no, 2000)).toMatchObject({ gaps: null });
});

test('a delta that was given up leaves nothing behind', async () => {
  await sync({ users: [user('jane')], groups: [group('sales', [ref('jane')]), group('vpn')] });
  const plan = await begin();
  await page(plan, 'users', [user('mallory')]);
  await page(plan, 'groups', [
    group('sales', [gone('jane'), ref('mallory')], { displayName: 'changed' }),
    { id: id('vpn'), '@removed': { reason: 'deleted' } },
    group('extra', [ref('jane')]),
  ]);
  await store.syncs.end(plan.run.no, { state: 'cancelled', problem: null, at: 1500 });
  expect(await groupNames()).toEqual(['sales', 'vpn']);
  const later = await begin('auto', 1500 + 2 * day);
  expect(later.resumed).toBe(false);
  for (const { stream } of later.streams) await page(later, stream, [], true, 1500 + 2 * day);
  await store.syncs.finish(later.run.no, 1500 + 2 * day);
  expect(await groupNames()).toEqual(['sales', 'vpn']);
  expect(await memberNames('sales')).toEqual(['jane']);
  expect(await groupNames('changed')).toEqual([]);
});

test('an expired delta starts over as a full sync, the old one readable meanwhile', async () => {
  await sync({ users: [user('jane')], groups: [group('sales', [ref('jane')])] });
  const plan = await begin();
  await page(plan, 'users', [user('joe')]);
  const restarted = await store.syncs.restart(plan.run.no, 2000);
  expect(restarted.run).toMatchObject({ id: plan.run.id, mode: 'full' });
  expect(restarted.streams.every(({ link, done }) => link === null && !done)).toBe(true);
  expect(await groupNames()).toEqual(['sales']);
  await page(restarted, 'users', [user('jane')]);
  await page(restarted, 'groups', [group('vpn', [ref('jane')])]);
  await page(restarted, 'devices', []);
  await page(restarted, 'contacts', []);
  await store.syncs.finish(restarted.run.no, 3000);
  expect(await groupNames()).toEqual(['vpn']);
});

test('a group of unknown shape is marked, its members stay, and the next sync reads it by itself', async () => {
  await sync({ users: [user('jane')], groups: [group('sales', [ref('jane')]), group('vpn')] });
  await sync(
    { users: [user('jane')], groups: [group('sales', [], { mailEnabled: 'maybe' }), group('vpn')] },
    'full',
  );
  expect(await store.groups.get(tenantId, id('sales'))).toMatchObject({
    marks: [{ kind: 'failed', problem: { code: 'sync.unreadablePage' } }],
  });
  expect(await memberNames('sales')).toEqual(['jane']);
  const plan = await begin();
  expect(plan.run.mode).toBe('delta');
  for (const { stream } of plan.streams)
    await page(plan, stream, [user('joe')].slice(0, stream === 'users' ? 1 : 0));
  const [task, ...others] = await store.syncs.listTasks(plan.run.no, 0, 10);
  expect([task?.id, task?.whole, others]).toEqual([id('sales'), true, []]);
  if (!task) throw new Error('nothing to read');
  const answer = {
    responses: [
      { id: String(task.group), status: 200, body: { value: [ref('joe')] } },
      { id: `${task.group}p`, status: 200, body: group('sales') },
    ],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(answer)).buffer as ArrayBuffer;
  const written = await store.syncs.writeLists(plan.run.no, [task], bytes, {
    waited: [],
    at: 1,
    date: null,
  });
  expect(written.again).toEqual([]);
  expect(await store.groups.get(tenantId, id('sales'))).toMatchObject({
    marks: [{ kind: 'failed' }],
  });
  await store.syncs.finish(plan.run.no, 2000);
  expect(await memberNames('sales')).toEqual(['joe']);
  expect(await store.groups.get(tenantId, id('sales'))).toMatchObject({
    marks: [{ kind: 'servicePrincipalsNotListed' }],
  });
});

test('a group that is not found, though delta never told that it went, is marked and stays', async () => {
  await sync({ users: [user('jane')], groups: [group('sales', [ref('jane')])] });
  await sync(
    { users: [user('jane')], groups: [group('sales', [], { mailEnabled: 'maybe' })] },
    'full',
  );
  const plan = await begin();
  for (const { stream } of plan.streams) await page(plan, stream, []);
  const tasks = await store.syncs.listTasks(plan.run.no, 0, 10);
  const notFound = { status: 404, body: { error: { code: 'Request_ResourceNotFound' } } };
  const responses = tasks.flatMap((task) => [
    { id: String(task.group), ...notFound },
    { id: `${task.group}p`, ...notFound },
  ]);
  const bytes = new TextEncoder().encode(JSON.stringify({ responses })).buffer as ArrayBuffer;
  await store.syncs.writeLists(plan.run.no, tasks, bytes, { waited: [], at: 1, date: null });
  await store.syncs.finish(plan.run.no, 2000);
  expect(await memberNames('sales')).toEqual(['jane']);
  expect(await store.groups.get(tenantId, id('sales'))).toMatchObject({
    marks: [{ kind: 'failed', problem: { raw: { httpStatus: 404 } } }],
  });
  const next = await begin();
  await page(next, 'groups', [gone('sales')]);
  await page(next, 'users', []);
  const [task] = await store.syncs.listTasks(next.run.no, 0, 10);
  if (!task) throw new Error('nothing to read');
  const again = new TextEncoder().encode('{"responses":[]}').buffer as ArrayBuffer;
  await store.syncs.writeLists(next.run.no, [task], again, {
    waited: [600_000],
    at: 1,
    date: null,
  });
  await store.syncs.finish(next.run.no, 3000);
  expect(await groupNames()).toEqual([]);
});

test('a person is found by every address that they have or had', async () => {
  await sync({
    users: [
      user('jane', {
        mail: 'jane@fabrikam.test',
        proxyAddresses: [
          'SMTP:jane@fabrikam.test',
          'smtp:j.doe@northwind.test',
          'sip:jane@fabrikam.test',
        ],
        otherMails: ['jane@home.test'],
      }),
    ],
  });
  await sync({ users: [user('jane', { userPrincipalName: 'jane.smith@fabrikam.test' })] });
  const search = async (text: string) =>
    (await store.people.list({ tenantId, search: text, offset: 0, limit: 50 })).rows.map(
      (row) => row.id,
    );
  for (const text of ['jane', 'j.doe@northwind', 'jane@home', 'jane@fabrikam', 'smith', 'ja']) {
    expect([text, ...(await search(text))]).toEqual([text, id('jane')]);
  }
  expect(await search('nobody')).toEqual([]);
});

test('a person’s groups carry the shortest path, and cycles end', async () => {
  await sync({
    users: [user('jane')],
    groups: [
      group('sales', [ref('jane'), ref('vpn', 'group')]),
      group('emea', [ref('sales', 'group')]),
      group('vpn', [ref('emea', 'group'), ref('sales', 'group')]),
    ],
  });
  const found = await store.people.groups(tenantId, id('jane'));
  expect(
    found?.groups.map(({ direct, path }) => [direct, path.map((step) => step.displayName)]),
  ).toEqual([
    [false, ['sales', 'emea']],
    [true, ['sales']],
    [false, ['sales', 'vpn']],
  ]);
  expect(await memberNames('vpn', 'effective')).toEqual(['jane']);
});

test('hidden membership and paused rules are said, and flags can be filtered', async () => {
  await sync({
    groups: [
      group('secret', [], {
        visibility: 'HiddenMembership',
        groupTypes: ['Unified'],
        mailEnabled: true,
      }),
      group('rule', [], {
        groupTypes: ['DynamicMembership'],
        membershipRule: 'x',
        membershipRuleProcessingState: 'Paused',
      }),
      group('plain'),
    ],
  });
  const marks = async (word: string) =>
    (await store.groups.get(tenantId, id(word)))?.marks.map((mark) => mark.kind);
  expect(await marks('secret')).toEqual(['hiddenMembership']);
  expect(await marks('rule')).toEqual(['stillProcessing']);
  expect(await marks('plain')).toEqual([]);
  const dynamic = await store.groups.list({
    ...everyGroup,
    kinds: ['security'],
    flags: ['dynamic'],
  });
  expect(dynamic.rows.map((row) => row.displayName)).toEqual(['rule']);
});

test('forgetting a tenant leaves the others', async () => {
  await sync({ users: [user('jane')], groups: [group('sales', [ref('jane')])] });
  await store.syncs.forget(tenantId);
  expect(await groupNames()).toEqual([]);
  expect(await groupNames('sales')).toEqual([]);
  expect(await store.syncs.last(tenantId)).toBe(null);
});

test('every sort reads windows in its order, over one customer and over all', async () => {
  await sync({
    users: [user('jane'), user('joe')],
    groups: [
      group('b', [ref('jane')]),
      group('a', [ref('jane'), ref('joe')], { groupTypes: ['Unified'] }),
      group('C'),
    ],
  });
  const names = async (sort: 'name' | 'members' | 'kind', more: object = {}) =>
    (await store.groups.list({ ...everyGroup, kinds: [], flags: [], sort, ...more })).rows.map(
      (row) => row.displayName,
    );
  for (const scope of [tenantId, null]) {
    expect(await names('name', { tenantId: scope })).toEqual(['a', 'b', 'C']);
    expect(await names('members', { tenantId: scope })).toEqual(['C', 'b', 'a']);
    expect(await names('members', { tenantId: scope, descending: true })).toEqual(['a', 'b', 'C']);
    expect(await names('kind', { tenantId: scope })).toEqual(['a', 'b', 'C']);
    expect(await names('name', { tenantId: scope, offset: 1, limit: 1 })).toEqual(['b']);
  }
});
