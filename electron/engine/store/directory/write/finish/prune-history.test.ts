import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createDirectorySyncs,
  group,
  idOf,
  left,
  ref,
  user,
} from '../../../../../../test/support/directory-syncs.ts';
import { openDatabase } from '../../../database/open.ts';
import { openStoreHere } from '../../../open-store-here.ts';
import type { Store } from '../../../store.ts';

const key = new Uint8Array(32).fill(6);
const tenantId = idOf('tenant');
const day = 86_400_000;
let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-history-'));
  store = openStoreHere({ path: folder, key });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const members = async (): Promise<(string | null)[]> => {
  const query = { tenantId, groupId: idOf('sales'), search: '', offset: 0, limit: 50 };
  const found = await store.groups.members({ ...query, scope: 'direct' });
  return found?.rows.map(({ displayName }) => displayName) ?? [];
};

/** Number of rows in the tables of versions, including closed rows. */
function rows(): number {
  const database = openDatabase(join(folder, 'directory.db'), { key, readonly: true });
  const tables = ['person', 'grp', 'membership', 'member_of', 'group_size', 'changed_group'];
  const count = tables.map((table) =>
    Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
  );
  database.close();
  return count.reduce((sum, one) => sum + one, 0);
}

test('syncs older than the retention are dropped with what only they show; the last two stay', async () => {
  const sync = createDirectorySyncs(store, tenantId, 30 * day);
  const people = [user('jane'), user('joe'), user('ann')];
  const first = await sync({ users: people, groups: [group('sales', [ref('jane')])] }, 'auto', 1);
  const delta = { groups: [group('sales', [left('jane'), ref('joe')])] };
  const second = await sync(delta, 'auto', 2 * day);
  const history = async () => (await store.comparisons.history(tenantId)).map(({ id }) => id);
  expect(await history()).toEqual([second.id, first.id]);
  const before = rows();

  const third = await sync({ groups: [group('sales', [ref('ann')])] }, 'auto', 4 * day);
  expect(await history()).toEqual([third.id, second.id, first.id]);
  const everyone = { users: people, groups: [group('sales', [ref('joe'), ref('ann')])] };
  const fourth = await sync(everyone, 'full', 60 * day);
  expect(await history()).toEqual([fourth.id, third.id]);
  const pair = { tenantId, from: first.id, to: fourth.id };
  expect(await store.comparisons.summary(pair)).toBe(null);
  expect(await members()).toEqual(['ann', 'joe']);
  // The file no longer has Jane's membership, nor the versions before the third sync.
  expect(rows()).toBeLessThanOrEqual(before);
});
