import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PolicyFinding } from '../../../../contract/policy.ts';
import {
  createDirectorySyncs,
  gone,
  group,
  idOf,
  left,
  ref,
  user,
} from '../../../../../test/support/directory-syncs.ts';
import type { SyncContent } from '../../../../../test/support/directory-syncs.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';
import { openStoreHere } from '../../open-store-here.ts';
import type { Store } from '../../store.ts';

const tenantId = idOf('tenant');
let folder: string;
let store: Store;
let sync: ReturnType<typeof createDirectorySyncs>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-policies-'));
  store = openStoreHere({ path: folder, key: new Uint8Array(32).fill(7) });
  sync = createDirectorySyncs(store, tenantId);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function findings(word: string): Promise<PolicyFinding[] | null> {
  const { groups } = await store.policies.overview(tenantId, [idOf(word)]);
  const found = groups[0]?.found ?? null;
  return found && [...found.findings];
}
/** The findings after another sync. */
const after = async (content: SyncContent, word = 'vpn') => {
  await sync(content);
  return await findings(word);
};
const people = [user('ann'), user('bob')];
const both = [ref('ann'), ref('bob')];

test('a group of enabled people of its own has no findings', async () => {
  expect(await after({ users: people, groups: [group('vpn', both)] })).toEqual([]);
});

test('empty: nobody in it, devices do not count', async () => {
  const groups = [group('vpn', [ref('laptop', 'device')])];
  const devices = [{ id: idOf('laptop'), displayName: 'laptop' }];
  expect(await after({ groups, devices })).toEqual([{ kind: 'empty', count: null }]);
});

test('hidden: that nobody is told is not taken for empty', async () => {
  const groups = [group('vpn', [], { visibility: 'HiddenMembership', groupTypes: ['Unified'] })];
  expect(await after({ groups })).toEqual([{ kind: 'hidden', count: null }]);
});

test('only nested: everybody comes through another group', async () => {
  const groups = [group('vpn', [ref('sales', 'group')]), group('sales', both)];
  expect(await after({ users: people, groups })).toEqual([{ kind: 'onlyNested', count: 2 }]);
  const mixed = [group('vpn', [ref('sales', 'group'), ref('ann')])];
  expect(await after({ groups: mixed })).toEqual([]);
});

test('dynamic and paused', async () => {
  const more = { groupTypes: ['DynamicMembership'], membershipRule: 'true' };
  const of = (membershipRuleProcessingState: string) =>
    group('vpn', both, { ...more, membershipRuleProcessingState });
  expect(await after({ users: people, groups: [of('Paused')] })).toEqual([
    { kind: 'dynamicPaused', count: null },
  ]);
  expect(await after({ groups: [of('On')] })).toEqual([]);
});

test('a distribution list', async () => {
  const groups = [group('vpn', both, { mailEnabled: true, securityEnabled: false })];
  expect(await after({ users: people, groups })).toEqual([{ kind: 'distribution', count: null }]);
});

test('guests and disabled people are counted, through nesting too', async () => {
  const users = [
    user('ann', { userType: 'Guest' }),
    user('bob', { accountEnabled: false }),
    user('cid', { userType: 'Guest', accountEnabled: false }),
    user('dan', { accountEnabled: true }),
  ];
  const groups = [
    group('vpn', [ref('ann'), ref('bob'), ref('sales', 'group')]),
    group('sales', [ref('cid'), ref('dan'), ref('ann')]),
  ];
  expect(await after({ users, groups })).toEqual([
    { kind: 'guests', count: 2 },
    { kind: 'disabledPeople', count: 2 },
  ]);
});

test('two of one name, whatever the letter case; a name that is only alike is another', async () => {
  const named = (word: string, displayName: string) => group(word, both, { displayName });
  const groups = [
    named('vpn', 'All Staff'),
    named('second', 'all staff'),
    named('third', 'All Stáff'),
    named('fourth', 'Ａｌｌ　Ｓｔａｆｆ'),
  ];
  expect(await after({ users: people, groups })).toEqual([{ kind: 'sameName', count: 1 }]);
});

test('incomplete: groups inside whose list may be short are counted', async () => {
  const groups = [
    group('vpn', [ref('ann'), ref('board', 'group'), ref('nobody', 'user'), ref('inner', 'group')]),
    group('board', [], { visibility: 'HiddenMembership', groupTypes: ['Unified'] }),
    group('inner', [{ '@odata.type': '#microsoft.graph.directoryObject', id: idOf('unnamed') }]),
  ];
  expect(await after({ users: people, groups })).toEqual([{ kind: 'incomplete', count: 2 }]);
});

test('an empty list that may be short is not said to be empty', async () => {
  const groups = [
    group('vpn', [ref('board', 'group')]),
    group('board', [], { visibility: 'HiddenMembership', groupTypes: ['Unified'] }),
  ];
  expect(await after({ groups })).toEqual([{ kind: 'incomplete', count: 1 }]);
});

test('a group that is gone is not found; one that comes back is', async () => {
  await sync({ users: people, groups: [group('vpn', both)] });
  await sync({ groups: [gone('vpn')] });
  expect(await findings('vpn')).toBeNull();
  await sync({ groups: [group('vpn', both)] });
  expect(await findings('vpn')).toEqual([]);
});

test('counts and windows of who is in none and who in several', async () => {
  const users = ['ann', 'bob', 'cid', 'dan', 'eve'].map((word) => user(word));
  await sync({
    users,
    groups: [
      group('vpn', [ref('ann'), ref('bob')]),
      group('mfa', [ref('sales', 'group')]),
      group('sales', [ref('bob'), ref('cid')]),
    ],
  });
  const marked = [idOf('vpn'), idOf('mfa'), idOf('lost')];
  const overview = await store.policies.overview(tenantId, marked);
  expect(overview.people).toEqual({ inOne: 3, inNone: 2, inSeveral: 1 });
  expect(overview.groups.map(({ found }) => found?.people ?? null)).toEqual([2, 2, null]);
  const ask = { tenantId, coverage: 'none', search: '', offset: 0, limit: 50 } as const;
  const names = async (changes: object) => {
    const { total, rows } = await store.policies.people({ ...ask, ...changes }, marked);
    return [total, ...rows.map(({ person }) => person.displayName)];
  };
  expect(await names({})).toEqual([2, 'dan', 'eve']);
  expect(await names({ offset: 1 })).toEqual([2, 'eve']);
  expect(await names({ search: 'eve' })).toEqual([1, 'eve']);
  expect(await names({ search: 'bob' })).toEqual([0]);
  expect(await names({ search: 'd' })).toEqual([1, 'dan']);
  const several = await store.policies.people({ ...ask, coverage: 'several' }, marked);
  expect(several).toMatchObject({
    total: 1,
    rows: [
      {
        person: { displayName: 'bob' },
        groups: [
          { id: idOf('vpn'), displayName: 'vpn' },
          { id: idOf('mfa'), displayName: 'mfa' },
        ],
      },
    ],
  });
});

test('before the first sync nothing is known', async () => {
  expect(await store.policies.overview(tenantId, [idOf('vpn')])).toEqual({
    syncedAt: null,
    groups: [{ groupId: idOf('vpn'), found: null }],
    people: { inOne: 0, inNone: 0, inSeveral: 0 },
  });
  expect(await store.policies.openHandOver(tenantId, [idOf('vpn')])).toBeNull();
});

test('a hand-over stays at its sync, whatever is synced meanwhile', async () => {
  const users = ['ann', 'bob', 'cid'].map((word) => user(word));
  await sync({ users, groups: [group('vpn', [ref('ann'), ref('cid')]), group('mfa', both)] });
  const groupIds = [idOf('vpn'), idOf('mfa')];
  const opened = await store.policies.openHandOver(tenantId, groupIds);
  if (!opened) throw new Error('The customer has been synced.');
  expect(opened).toMatchObject({
    totalPeople: 3,
    groups: [
      { groupId: idOf('vpn'), found: { displayName: 'vpn', people: 2, short: [] } },
      { groupId: idOf('mfa'), found: { displayName: 'mfa', people: 2, short: [] } },
    ],
  });
  await sync({ users: [gone('ann')], groups: [group('vpn', [left('cid')]), gone('mfa')] });
  const scope = { tenantId, sync: opened.sync, groupIds };
  const read = async (groupId: string | null) => {
    const told: (string | null)[][] = [];
    for (let start: number | null = 0; start !== null;) {
      const page: Awaited<ReturnType<typeof store.policies.handOverPeople>> =
        await store.policies.handOverPeople(scope, { groupId, start, limit: 2 });
      told.push(...page.people.map((person) => [person.displayName, ...person.groupIds]));
      start = page.next;
    }
    return told;
  };
  expect(await read(null)).toEqual([
    ['ann', ...groupIds],
    ['bob', idOf('mfa')],
    ['cid', idOf('vpn')],
  ]);
  expect(await read(idOf('vpn'))).toEqual([
    ['ann', ...groupIds],
    ['cid', idOf('vpn')],
  ]);
  const refused = store.policies.handOverPeople(
    { ...scope, sync: opened.sync + 100 },
    { groupId: null, start: 0, limit: 2 },
  );
  await expect(refused).rejects.toThrow(EvergrantError);
});

test('what changed since a hand-over is told group by group', async () => {
  const users = ['ann', 'bob', 'cid'].map((word) => user(word));
  const words = ['joined', 'renamed', 'stays', 'lost', 'unmarked'];
  const marks = words.map((word) => ({ groupId: idOf(word), label: 'VPN', name: word }));
  const groupIds = marks.map(({ groupId }) => groupId);
  await sync({ users, groups: words.map((word) => group(word, both)) });
  const { sync: no } = (await store.policies.openHandOver(tenantId, groupIds)) ?? { sync: 0 };
  const snapshot = await store.policies.snapshot({ tenantId, sync: no, groupIds }, marks);
  await sync({
    users: [user('bob', { displayName: 'Robert' })],
    groups: [
      group('joined', [ref('cid'), left('bob')]),
      group('renamed', [], { displayName: 'Renamed' }),
      gone('lost'),
      group('fresh', [ref('bob')]),
    ],
  });
  const fresh = { groupId: idOf('fresh'), label: 'MFA', name: 'fresh' };
  const now = [...marks.filter(({ name }) => name !== 'unmarked'), fresh];
  const since = await store.policies.since(tenantId, now, snapshot, 1);
  const named = (displayName: string, word: string) => ({
    id: idOf(word),
    userPrincipalName: `${word}@fabrikam.test`,
    displayName,
  });
  const same = { label: 'VPN', added: 0, removed: 0, peopleAdded: [], peopleRemoved: [] };
  const lost = { removed: 2, peopleRemoved: [named('ann', 'ann')] };
  expect(since).toEqual([
    {
      ...same,
      id: idOf('joined'),
      displayName: 'joined',
      change: 'people',
      added: 1,
      removed: 1,
      peopleAdded: [named('cid', 'cid')],
      peopleRemoved: [named('bob', 'bob')],
    },
    { ...same, id: idOf('renamed'), displayName: 'Renamed', change: 'renamed' },
    { ...same, id: idOf('stays'), displayName: 'stays', change: 'same' },
    { ...same, ...lost, id: idOf('lost'), displayName: 'lost', change: 'gone' },
    {
      ...same,
      id: idOf('fresh'),
      displayName: 'fresh',
      label: 'MFA',
      change: 'marked',
      added: 1,
      peopleAdded: [named('Robert', 'bob')],
    },
    { ...same, ...lost, id: idOf('unmarked'), displayName: 'unmarked', change: 'unmarked' },
  ]);
});
