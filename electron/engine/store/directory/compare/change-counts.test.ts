import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChangeSummary } from '../../../../contract/comparison.ts';
import {
  createDirectorySyncs,
  gone,
  group,
  idOf,
  left,
  ref,
  user,
} from '../../../../../test/support/directory-syncs.ts';
import { openDatabase } from '../../database/open.ts';
import type { Database } from '../../database/open.ts';
import { openStoreHere } from '../../open-store-here.ts';
import type { Store } from '../../store.ts';
import { inSteps } from '../../database/in-steps.ts';
import { createChangeCounts } from './change-counts.ts';

const key = new Uint8Array(32).fill(3);
const tenantId = idOf('tenant');
let folder: string;
let store: Store;
let database: Database;
let sync: ReturnType<typeof createDirectorySyncs>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-counts-'));
  store = openStoreHere({ path: folder, key });
  database = openDatabase(join(folder, 'directory.db'), { key });
  sync = createDirectorySyncs(store, tenantId);
});
afterEach(async () => {
  database.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function counts(from: number, to: number): Promise<ChangeSummary> {
  return await inSteps(database, createChangeCounts(database)({ tenant: 1, from, to }));
}
const none = { added: 0, removed: 0, renamed: 0, changed: 0 };
const nothing = { groups: none, people: none, memberships: { added: 0, removed: 0 } };

test('groups, people and memberships that came, went, were renamed or changed otherwise', async () => {
  const first = await sync({
    users: [user('jane'), user('joe'), user('ann')],
    groups: [group('sales', [ref('jane'), ref('joe')]), group('vpn', [ref('ann')]), group('old')],
  });
  const second = await sync({
    users: [gone('joe'), user('kim'), user('ann', { jobTitle: 'CEO' })],
    groups: [
      group('sales', [ref('kim'), left('jane')], { displayName: 'sales emea' }),
      gone('old'),
      group('vpn', [], { description: 'from home' }),
      group('new', [ref('jane'), ref('sales', 'group')]),
    ],
  });
  expect(await counts(first.no, second.no)).toEqual({
    groups: { added: 1, removed: 1, renamed: 1, changed: 1 },
    people: { added: 1, removed: 1, renamed: 0, changed: 1 },
    memberships: { added: 3, removed: 2 },
  });
});

test('what a full sync met again as it was is no change', async () => {
  const content = { users: [user('jane')], groups: [group('sales', [ref('jane')])] };
  const first = await sync(content);
  const second = await sync(content, 'full');
  expect(await counts(first.no, second.no)).toEqual(nothing);
});

test('a change that a later sync took back is no change, over both of them', async () => {
  const first = await sync({ users: [user('jane')], groups: [group('sales', [ref('jane')])] });
  const second = await sync({
    users: [gone('jane')],
    groups: [group('sales', [left('jane')], { displayName: 'other' })],
  });
  const third = await sync({ users: [user('jane')], groups: [group('sales', [ref('jane')])] });
  expect(await counts(first.no, second.no)).toMatchObject({
    groups: { renamed: 1 },
    people: { removed: 1 },
    memberships: { removed: 1 },
  });
  expect(await counts(first.no, third.no)).toEqual(nothing);
});

test('a member that comes to the tenant later changes the lists that it was recorded in', async () => {
  const first = await sync({ groups: [group('sales', [ref('ghost'), ref('inner', 'group')])] });
  const second = await sync({ users: [user('ghost')], groups: [group('inner')] });
  const third = await sync({ users: [gone('ghost')], groups: [gone('inner')] });
  expect((await counts(first.no, second.no)).memberships).toEqual({ added: 2, removed: 0 });
  expect((await counts(second.no, third.no)).memberships).toEqual({ added: 0, removed: 2 });
});
