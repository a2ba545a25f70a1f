import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createDirectorySyncs,
  gone,
  group,
  idOf,
  left,
  ref,
  user,
} from '../../../../../test/support/directory-syncs.ts';
import { openStoreHere } from '../../open-store-here.ts';
import type { Store } from '../../store.ts';

const tenantId = idOf('tenant');
const window = { search: '', change: null, offset: 0, limit: 50 } as const;
let folder: string;
let store: Store;
let sync: ReturnType<typeof createDirectorySyncs>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-compare-'));
  store = openStoreHere({ path: folder, key: new Uint8Array(32).fill(3) });
  sync = createDirectorySyncs(store, tenantId);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Two syncs with every kind of change between them. */
async function twoSyncs() {
  const first = await sync({
    users: [user('jane'), user('joe'), user('ann')],
    groups: [
      group('sales', [ref('jane'), ref('joe')]),
      group('vpn', [ref('ann')]),
      group('old'),
      group('still', [ref('jane')]),
    ],
  });
  const second = await sync(
    {
      users: [gone('joe'), user('kim'), user('ann', { jobTitle: 'CEO', mail: 'boss@x.test' })],
      groups: [
        group('sales', [ref('kim'), left('jane')], { displayName: 'Émea sales' }),
        gone('old'),
        group('vpn', [], { description: 'from home' }),
        group('new', [ref('jane'), ref('sales', 'group')]),
      ],
    },
    'auto',
    2000,
  );
  return { tenantId, from: first.id, to: second.id };
}

test('groups are told by name, each as its own sync saw it, with the properties that differ', async () => {
  const found = await store.comparisons.groups({ ...window, ...(await twoSyncs()) });
  expect(found?.total).toBe(4);
  expect(
    found?.rows.map(({ change, before, after, fields }) => [
      change,
      before?.displayName,
      after?.displayName,
      before?.directMembers,
      after?.directMembers,
      ...fields,
    ]),
  ).toEqual([
    ['renamed', 'sales', 'Émea sales', 2, 1, 'displayName'],
    ['added', undefined, 'new', undefined, 2],
    ['removed', 'old', undefined, 0, undefined],
    ['changed', 'vpn', 'vpn', 1, 1, 'description'],
  ]);
});

test('people are told in the same way', async () => {
  const found = await store.comparisons.people({ ...window, ...(await twoSyncs()) });
  expect(found?.rows.map(({ change, id, fields }) => [change, id, ...fields])).toEqual([
    ['changed', idOf('ann'), 'mail', 'jobTitle'],
    ['removed', idOf('joe')],
    ['added', idOf('kim')],
  ]);
});

test('memberships are told by group and member, with names as the later sync knows them', async () => {
  const found = await store.comparisons.memberships({ ...window, ...(await twoSyncs()) });
  expect(
    found?.rows.map(({ change, group: of, member }) => [
      change,
      of.displayName,
      member.displayName,
      member.type,
      member.userPrincipalName,
    ]),
  ).toEqual([
    ['removed', 'Émea sales', 'jane', 'user', 'jane@fabrikam.test'],
    ['removed', 'Émea sales', 'joe', 'user', 'joe@fabrikam.test'],
    ['added', 'Émea sales', 'kim', 'user', 'kim@fabrikam.test'],
    ['added', 'new', 'Émea sales', 'group', null],
    ['added', 'new', 'jane', 'user', 'jane@fabrikam.test'],
  ]);
});

test('the summary counts them, whichever sync is named first', async () => {
  const { from, to } = await twoSyncs();
  const summary = await store.comparisons.summary({ tenantId, from: to, to: from });
  expect(summary).toEqual({
    from: { id: from, finishedAt: '1970-01-01T00:00:01.000Z' },
    to: { id: to, finishedAt: '1970-01-01T00:00:02.000Z' },
    summary: {
      groups: { added: 1, removed: 1, renamed: 1, changed: 1 },
      people: { added: 1, removed: 1, renamed: 0, changed: 1 },
      memberships: { added: 3, removed: 2 },
    },
  });
});

test('a text is found in old and new names; a kind can be asked for; windows are slices', async () => {
  const compared = { ...window, ...(await twoSyncs()) };
  const { groups, people, memberships } = store.comparisons;
  const names = async (more: object) =>
    (await groups({ ...compared, ...more }))?.rows.map(({ id }) => id);
  expect(await names({ search: 'emea' })).toEqual([idOf('sales')]);
  expect(await names({ search: 'sal' })).toEqual([idOf('sales')]);
  expect(await names({ change: 'removed' })).toEqual([idOf('old')]);
  expect(await names({ offset: 1, limit: 2 })).toEqual([idOf('new'), idOf('old')]);
  expect(await people({ ...compared, search: 'boss@' })).toMatchObject({ total: 1 });
  expect(await memberships({ ...compared, search: 'kim' })).toMatchObject({ total: 1 });
  expect(await memberships({ ...compared, search: 'kim@fabrikam' })).toMatchObject({ total: 1 });
  expect(await memberships({ ...compared, search: 'new' })).toMatchObject({ total: 2 });
  expect(await memberships({ ...compared, change: 'removed', limit: 1 })).toMatchObject({
    total: 2,
    rows: [{ member: { displayName: 'jane' } }],
  });
});

test('a sync compared with itself has no changes', async () => {
  const { to } = await twoSyncs();
  const itself = { ...window, tenantId, from: to, to };
  expect(await store.comparisons.groups(itself)).toEqual({ total: 0, rows: [] });
  expect(await store.comparisons.memberships(itself)).toEqual({ total: 0, rows: [] });
});

test('a sync that is unknown, of another customer, or did not finish cannot be compared', async () => {
  const { from, to } = await twoSyncs();
  const { run } = await store.syncs.begin({
    id: idOf('running'),
    tenantId,
    mode: 'auto',
    at: 3000,
    readsHidden: false,
  });
  const { summary } = store.comparisons;
  expect(await summary({ tenantId, from, to: idOf('nothing') })).toBe(null);
  expect(await summary({ tenantId, from, to: run.id })).toBe(null);
  expect(await summary({ tenantId: idOf('other'), from, to })).toBe(null);
  await store.syncs.forget(tenantId);
  expect(await summary({ tenantId, from, to })).toBe(null);
});

test('the history names the finished syncs, the newest first', async () => {
  const { from, to } = await twoSyncs();
  expect(await store.comparisons.history(tenantId)).toMatchObject([
    { id: to, mode: 'delta', counts: { users: 3, groups: 4, memberships: 5 } },
    { id: from, mode: 'full', changes: null },
  ]);
  expect(await store.comparisons.history(idOf('other'))).toEqual([]);
});
