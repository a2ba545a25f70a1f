import type { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { GroupRow } from '../../electron/contract/directory.ts';
import type { SyncRun } from '../../electron/contract/sync.ts';
import type { Cloud } from '../../electron/engine/clouds/cloud.ts';
import type { Workers } from '../../electron/engine/kernel/ports.ts';
import { createNodeNetwork } from '../../electron/platform/network.ts';
import type { NodeNetwork } from '../../electron/platform/network.ts';
import { builtWorkers } from '../support/programs/workers.ts';
import { issueServer } from '../../practice/certificates/issue.ts';
import { groupsOf, memberships } from '../../practice/control/record.ts';
import { applyMutation } from '../../practice/world/directory-mutations.ts';
import type { DirectoryMutation } from '../../practice/world/directory-mutations.ts';
import { startDirectoryHost } from '../support/directory-host.ts';
import type { DirectoryHost } from '../support/directory-host.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { startPracticeGraph } from '../support/practice-graph.ts';
import type { PracticeGraph } from '../support/practice-graph.ts';

let practice: PracticeGraph;
/**
 * Milliseconds that set the sync's clocks to the date of the practice cloud, whose clock does not advance.
 */
let ahead: number;
let network: NodeNetwork;
let cloud: Cloud;
let host: DirectoryHost;

beforeAll(async () => {
  const { ca, server } = await issueServer(Date.now());
  practice = await startPracticeGraph({ tls: server });
  ahead = practice.clock.now() - Date.now();
  network = createNodeNetwork();
  cloud = {
    name: 'custom',
    label: 'Practice',
    authorityBaseUrl: practice.origin,
    graphBaseUrl: practice.origin,
    portalBaseUrl: practice.origin,
    browserBaseUrl: practice.origin,
    caPem: ca,
  };
});
afterAll(async () => {
  await network.close();
  await practice.close();
});
beforeEach(async () => {
  practice.faults.reset();
  host = await start();
});
afterEach(() => host.dispose());

async function start(folder?: string, workers?: Workers): Promise<DirectoryHost> {
  const { connector } = practice;
  return await startDirectoryHost({
    network,
    cloud,
    clientId: connector,
    clock: createJumpingClock(() => Date.now() + ahead),
    ...(folder !== undefined && { folder }),
    ...(workers && { workers }),
    tokenOf(tenantId) {
      const tenant = [...practice.world.tenants.values()].find((one) => one.tenantId === tenantId);
      const principal = tenant?.servicePrincipals.find((one) => one.appId === connector);
      const claims = {
        tid: tenantId,
        appid: connector,
        oid: principal?.objectId,
        roles: ['Directory.Read.All'],
      };
      return encodeURIComponent(JSON.stringify(claims));
    },
  });
}

const idOf = (key: string): string => practice.tenant(key).tenantId;

async function everyGroup(tenantId: string, search = ''): Promise<GroupRow[]> {
  const rows: GroupRow[] = [];
  for (;;) {
    const window = await host.groups.list({
      tenantId,
      search,
      kinds: [],
      flags: [],
      emptyOnly: false,
      sort: 'name',
      descending: false,
      offset: rows.length,
      limit: 200,
    });
    rows.push(...window.rows);
    if (rows.length >= window.total) return rows;
  }
}

/** Direct members in the cache by group, sorted. */
async function cached(tenantId: string): Promise<Record<string, string[]>> {
  const groups = await everyGroup(tenantId);
  const found: Record<string, string[]> = {};
  for (const { id, directMembers } of groups) {
    const ids: string[] = [];
    for (;;) {
      const window = await host.groups.members({
        tenantId,
        groupId: id,
        scope: 'direct',
        search: '',
        offset: ids.length,
        limit: 200,
      });
      ids.push(...window.rows.map((row) => row.id));
      if (ids.length >= window.total) break;
    }
    expect([id, ids.length]).toEqual([id, directMembers]);
    found[id] = ids.sort();
  }
  return found;
}

/** What Graph v1.0 reports for this customer, from the cloud's own record: no members of hidden groups. */
function recorded(key: string): Record<string, string[]> {
  const { directory } = practice.tenant(key);
  const found: Record<string, string[]> = {};
  for (const [group, members] of memberships(directory)) {
    const object = directory.byId(group);
    const isHidden = object?.kind === 'group' && object.visibility === 'HiddenMembership';
    found[group] = isHidden ? [] : [...members].sort();
  }
  return found;
}

/** The same random numbers in every run. */
function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Makes changes of every kind, as an administrator makes them between two syncs. */
function churn(key: string, seed: number, rounds: number): void {
  const { directory } = practice.tenant(key);
  const chance = createChance(seed);
  const at = practice.clock.now();
  const active = (kind: 'user' | 'group') =>
    directory
      .indexes(kind)
      .map((index) => directory.at(index))
      .filter((object) => object.state === 'active');
  const one = (kind: 'user' | 'group') => {
    const all = active(kind);
    const found = all[chance(all.length)];
    if (!found) throw new Error(`The directory has no ${kind} left.`);
    return found.id;
  };
  const guid = (round: number): string =>
    `${String(seed).padStart(8, '0')}-0000-4000-8000-${String(round).padStart(12, '0')}`;
  for (let round = 0; round < rounds; round += 1) {
    const name = `Churn ${seed} ${round}`;
    const upn = `churn${seed}.${round}@odd.example`;
    const changes: DirectoryMutation[] = [
      { type: 'addUser', id: guid(round), userPrincipalName: upn, displayName: name, at },
      { type: 'addGroup', id: guid(round), displayName: name, at },
      { type: 'renameGroup', id: one('group'), displayName: name },
      { type: 'renameUser', id: one('user'), userPrincipalName: upn, displayName: name },
      { type: 'addMember', group: one('group'), member: one('user') },
      { type: 'addMember', group: one('group'), member: one('group') },
      { type: 'remove', id: one(chance(2) === 0 ? 'user' : 'group'), at },
    ];
    const change = changes[chance(changes.length)];
    if (change && !(change.type === 'addMember' && change.group === change.member)) {
      applyMutation(directory, change);
    }
    const group = directory.byId(one('group'));
    const member = group && directory.members(group.index)[0];
    if (group && member !== undefined && chance(3) === 0) {
      applyMutation(directory, {
        type: 'removeMember',
        group: group.id,
        member: directory.at(member).id,
      });
    }
  }
}

test('the odd customer’s memberships in the cache are the cloud’s own', async () => {
  const run = await host.sync(idOf('odd'));
  expect(run).toMatchObject({ state: 'finished', mode: 'full', problem: null });
  expect(await cached(idOf('odd'))).toEqual(recorded('odd'));
});

test('delta syncs come to the same as the cloud after every round of changes', async () => {
  const tenantId = idOf('odd');
  await host.sync(tenantId);
  for (const seed of [1, 2, 3]) {
    churn('odd', seed, 40);
    expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', mode: 'delta' });
    expect(await cached(tenantId)).toEqual(recorded('odd'));
  }
  const names = (await everyGroup(tenantId)).map((row) => [row.id, row.displayName]);
  await host.sync(tenantId, 'full');
  expect((await everyGroup(tenantId)).map((row) => [row.id, row.displayName])).toEqual(names);
  expect(await cached(tenantId)).toEqual(recorded('odd'));
});

test('a sync whose writer thread dies goes on after its last page', async () => {
  const tenantId = idOf('large');
  const { folder } = host;
  practice.faults.set({ latency: { default: 30 }, pageSizes: { deltaGroups: 20 } });
  const writers: Worker[] = [];
  await host.close();
  host = await start(folder, {
    start(name, data) {
      const started = builtWorkers.start(name, data);
      if (name === 'store-writer') writers.push(started);
      return started;
    },
  });
  await host.syncs.start(tenantId, 'auto');
  for await (const run of host.syncs.watch(tenantId)) {
    if (run.counts.groups > 0) await writers[0]?.terminate();
  }
  await host.crash();
  practice.log.length = 0;
  host = await start(folder);
  expect(await host.syncs.last(tenantId)).toMatchObject({ state: 'running' });
  host.clock.jump(120_000);
  expect(await host.syncs.last(tenantId)).toMatchObject({ state: 'interrupted' });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished' });
  const groupPages = practice.log.filter(({ route }) => route === 'groups/delta');
  expect(groupPages.length).toBeLessThan(20);
  expect(await cached(tenantId)).toEqual(recorded('large'));
});

test('a cancelled sync shows nothing of itself, and the next one goes on', async () => {
  const tenantId = idOf('large');
  practice.faults.set({ latency: { default: 30 }, pageSizes: { deltaGroups: 20 } });
  await host.syncs.start(tenantId, 'auto');
  for await (const run of host.syncs.watch(tenantId)) {
    if (run.counts.groups > 0) break;
  }
  expect(await host.syncs.cancel(tenantId)).toBe(true);
  expect(await host.syncs.last(tenantId)).toMatchObject({ state: 'cancelled', problem: null });
  expect(await everyGroup(tenantId)).toEqual([]);
  practice.faults.reset();
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished' });
  const activity = await host.activity.list({ tenantId, before: null, limit: 10 });
  expect(activity.map(({ result }) => result)).toEqual(['finished', 'cancelled']);
});

test('where delta pages are slow, members are read list by list and come to the same', async () => {
  const tenantId = idOf('large');
  practice.faults.set({
    latency: {
      endpoints: [
        { endpoint: 'groups/delta', milliseconds: 400 },
        { endpoint: 'users/delta', milliseconds: 400 },
      ],
    },
    pageSizes: { deltaGroups: 10, deltaUsers: 10 },
    // Some parts are refused once; one group is always refused.
    faults: [
      { type: 'throttled', endpoint: 'groups/{id}/members', count: 5, after: 30, retryAfter: 0.05 },
      { type: 'error', endpoint: 'groups/{id}/members', status: 503, code: 'x', after: 50 },
      { type: 'error', endpoint: 'groups/{id}/members', status: 403, code: 'y', after: 60 },
    ],
  });
  practice.log.length = 0;
  const run = await host.sync(tenantId);
  expect(run).toMatchObject({ state: 'finished', mode: 'full', membershipsBy: 'lists' });
  expect(practice.log.filter(({ route }) => route === 'groups/delta').length).toBeLessThan(8);
  const groups = await everyGroup(tenantId);
  const marked = await Promise.all(groups.map(({ id }) => host.groups.get(tenantId, id)));
  const failed = marked.filter(({ marks }) => marks.some(({ kind }) => kind === 'failed'));
  expect(failed).toHaveLength(1);
  const expected = recorded('large');
  for (const { id } of failed) expected[id] = [];
  expect(await cached(tenantId)).toEqual(expected);

  practice.faults.reset();
  // People added from now on are new to the sync.
  practice.clock.advance(host.clock.now() - practice.clock.now());
  churn('large', 7, 30);
  const next = await host.sync(tenantId, 'delta');
  expect(next).toMatchObject({ state: 'finished', mode: 'delta' });
  expect(await cached(tenantId)).toEqual(recorded('large'));
});

test('who was soft-deleted while lists were read, and comes back, has all memberships again', async () => {
  const tenantId = idOf('large');
  const { directory } = practice.tenant('large');
  const person = directory
    .indexes('user')
    .map((index) => directory.at(index))
    .find(({ id }) => [...memberships(directory).values()].some((members) => members.includes(id)));
  if (!person) throw new Error('Nobody is in a group.');
  const slow = { endpoint: 'groups/delta', milliseconds: 400 };
  practice.faults.set({ latency: { endpoints: [slow] }, pageSizes: { deltaGroups: 10 } });
  const at = practice.clock.now();
  applyMutation(directory, { type: 'remove', id: person.id, at });
  expect(await host.sync(tenantId, 'full')).toMatchObject({ membershipsBy: 'lists' });
  practice.faults.reset();
  expect(await host.sync(tenantId)).toMatchObject({ mode: 'delta' });
  applyMutation(directory, { type: 'restore', id: person.id });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', mode: 'full' });
  expect(await cached(tenantId)).toEqual(recorded('large'));
});

test('a nextLink to another host ends the sync, and the cache stays as it was', async () => {
  const tenantId = idOf('odd');
  await host.sync(tenantId);
  const before = await everyGroup(tenantId);
  practice.faults.set({
    pageSizes: { deltaGroups: 5 },
    faults: [{ type: 'hostileLink', endpoint: 'groups/delta', count: 'always' }],
  });
  const run = await host.sync(tenantId, 'full');
  expect(run).toMatchObject({ state: 'failed', problem: { code: 'guard.address' } });
  expect(await everyGroup(tenantId)).toEqual(before);
});

test('an expired delta becomes a full sync by itself', async () => {
  const tenantId = idOf('odd');
  await host.sync(tenantId);
  practice.faults.set({ faults: [{ type: 'resync', endpoint: 'groups/delta' }] });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', mode: 'full' });
  expect(await cached(tenantId)).toEqual(recorded('odd'));
});

test('a wait that Graph asks for is shown, and kept', async () => {
  const tenantId = idOf('odd');
  practice.faults.set({
    faults: [{ type: 'throttled', endpoint: 'groups/delta', retryAfter: 0.4 }],
  });
  await host.syncs.start(tenantId, 'auto');
  const waits: (string | null)[] = [];
  let last: SyncRun | null = null;
  for await (const run of host.syncs.watch(tenantId)) {
    waits.push(run.waitingUntil);
    last = run;
  }
  expect(last).toMatchObject({ state: 'finished', waitingUntil: null });
  expect(waits.some((until) => until !== null)).toBe(true);
});

test('a person’s groups are the cloud’s own, from the cache and live', async () => {
  const tenantId = idOf('odd');
  const { directory } = practice.tenant('odd');
  await host.sync(tenantId);
  const people = await host.people.list({ tenantId, search: '', offset: 0, limit: 200 });
  expect(people.rows.length).toBeGreaterThan(5);
  for (const { id: personId } of people.rows) {
    const all = (groupsOf(directory, personId) ?? []).filter((id) => {
      const group = directory.byId(id);
      return group?.kind === 'group' && group.visibility !== 'HiddenMembership';
    });
    const cache = await host.people.groups({ tenantId, personId, source: 'cache' });
    expect(cache.groups.map(({ group }) => group.id).sort()).toEqual(all.sort());
    for (const { group, direct, path } of cache.groups) {
      expect(path.at(-1)?.id).toBe(group.id);
      expect(direct).toBe(path.length === 1);
    }
  }
  const someone = people.rows[0]?.id ?? '';
  const cache = await host.people.groups({ tenantId, personId: someone, source: 'cache' });
  const live = await host.people.groups({ tenantId, personId: someone, source: 'live' });
  expect(live).toMatchObject({ source: 'live', person: cache.person, problem: null });
  expect(live.groups.map(({ group }) => group.id)).toEqual(
    expect.arrayContaining(cache.groups.map(({ group }) => group.id)),
  );
});

test('closing in the middle is an interruption: the next start goes on', async () => {
  const tenantId = idOf('large');
  const { folder } = host;
  practice.faults.set({ latency: { default: 30 }, pageSizes: { deltaGroups: 20 } });
  const begun = await host.syncs.start(tenantId, 'auto');
  for await (const run of host.syncs.watch(tenantId)) {
    if (run.counts.groups > 0) break;
  }
  await host.close();
  host = await start(folder);
  expect(await host.syncs.last(tenantId)).toMatchObject({ state: 'interrupted', problem: null });
  expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', id: begun.id });
  expect(await cached(tenantId)).toEqual(recorded('large'));
});

test('of two processes one syncs, and the other follows it', async () => {
  const tenantId = idOf('large');
  practice.faults.set({ latency: { default: 30 }, pageSizes: { deltaGroups: 20 } });
  const other = await start(host.folder);
  const winner = await host.syncs.start(tenantId, 'auto');
  const loser = await other.syncs.start(tenantId, 'auto');
  expect(loser).toMatchObject({ id: winner.id, state: 'running' });
  let last: SyncRun | null = null;
  for await (const run of other.syncs.watch(tenantId)) {
    last = run;
    other.clock.jump(1000);
  }
  expect(last).toMatchObject({ id: winner.id, state: 'finished' });
  expect(await other.syncs.cancel(tenantId)).toBe(false);
  await other.close();
});

test('a sync whose line of activity cannot be written has finished, and is announced', async () => {
  const tenantId = idOf('odd');
  Object.assign(host.activity, { record: () => Promise.reject(new Error('the disk is full')) });
  const ended = await host.sync(tenantId);
  expect(ended).toMatchObject({ state: 'finished', problem: null });
  expect(await host.syncs.last(tenantId)).toMatchObject({ state: 'finished' });
  expect(host.published).toContainEqual({ topic: 'directory', tenantId });
});
