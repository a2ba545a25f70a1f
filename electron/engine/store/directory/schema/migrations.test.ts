import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../database/migrate.ts';
import { openDatabase } from '../../database/open.ts';
import { openStoreHere } from '../../open-store-here.ts';
import { directoryMigrations } from './migrations/index.ts';

const key = new Uint8Array(32).fill(9);
const tenantId = '00000000-0000-4000-8000-000000000001';
const groupId = '00000000-0000-4000-8000-000000000002';
const personId = '00000000-0000-4000-8000-000000000003';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * A customer as stored by version 1: two finished syncs, a person added by the second, and an unreadable
 * group.
 */
const versionOne = `
INSERT INTO tenant (no, tenant_id, current_sync, synced_at, groups, people) VALUES (1, '${tenantId}', 2, 2000, 1, 1);
INSERT INTO sync_run (no, id, tenant_no, mode, state, phase, started_at, touched_at, finished_at, indexed_person, indexed_grp)
  VALUES (1, 'a', 1, 'full', 'finished', 'done', 900, 1000, 1000, 0, 0),
         (2, '${personId}', 1, 'full', 'finished', 'done', 1900, 2000, 2000, 0, 0);
INSERT INTO object VALUES (7, 1, '${groupId}', 2), (8, 1, '${personId}', 1);
INSERT INTO grp VALUES (4294967297, 1, 7, 1, 2147483647, 2, 'sales', 'Sales', NULL, NULL, NULL, 1, 0, NULL, NULL, NULL);
INSERT INTO person VALUES (4294967297, 1, 8, 2, 2147483647, 2, 'jane', 'Jane', 'jane@fabrikam.test', NULL, NULL, '', '', 0, 1);
INSERT INTO membership VALUES (7, 8, 2147483647, 2, 2);
INSERT INTO member_of VALUES (8, 7, 2147483647, 2);
INSERT INTO group_size VALUES (7, 2147483647, 2, 1, 1, 0);
INSERT INTO failed_group VALUES (7, 1, 2, '{"code":"sync.unreadablePage"}');
`;

test('data of version 1 is shown as before, and its history begins at its last sync', async () => {
  const database = openDatabase(join(folder, 'directory.db'), { key });
  migrate(database, directoryMigrations.slice(0, 1));
  database.exec(versionOne);
  database.close();

  const store = openStoreHere({ path: folder, key, mayMakeLedger: true });
  try {
    expect(await store.groups.get(tenantId, groupId)).toMatchObject({
      displayName: 'Sales',
      directMembers: 1,
      marks: [{ kind: 'failed', problem: { code: 'sync.unreadablePage' } }],
    });
    const history = await store.comparisons.history(tenantId);
    expect(history?.map(({ id }) => id)).toEqual([personId]);

    const begun = { id: 'b', tenantId, mode: 'full', at: 3000, readsHidden: false } as const;
    const { run, streams } = await store.syncs.begin(begun);
    for (const { stream } of streams) {
      const value =
        stream === 'users'
          ? [{ id: '00000000-0000-4000-8000-00000000000a', displayName: 'Joe' }]
          : [];
      const json = JSON.stringify({
        value,
        '@odata.deltaLink': `https://graph.test/${stream}/delta`,
      });
      const bytes = new TextEncoder().encode(json).buffer as ArrayBuffer;
      const page = await store.syncs.parsePage(run.no, stream, bytes);
      await store.syncs.writePage(page.page, 3000);
    }
    expect(await store.syncs.finish(run.no, 3000)).toMatchObject({
      counts: { users: 1, groups: 0 },
    });
    expect(await store.people.groups(tenantId, personId)).toBe(null);
  } finally {
    await store.close();
  }
});
