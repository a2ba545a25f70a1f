import { z } from 'zod';
import type { KeyPairStore, SetUpRecord, SetUpStore } from '../../registration/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { cloudChoice } from './cloud-choice.ts';
import { json } from './json-column.ts';

const setUpRow = z
  .object({
    id: z.string(),
    name: z.string(),
    cloud: json(cloudChoice),
    tenant_id: z.string(),
    home: z.string(),
    key_pair_id: z.string(),
    created_at: z.number(),
  })
  .transform((row): SetUpRecord => ({
    id: row.id,
    name: row.name,
    cloud: row.cloud,
    tenantId: row.tenant_id,
    home: row.home,
    keyPairId: row.key_pair_id,
    createdAt: row.created_at,
  }));

/** Set-ups that are in progress. */
export function createSetUpQueries(
  database: Database,
  keyPairs: Synchronous<KeyPairStore>,
): Synchronous<SetUpStore> {
  const insert = database.prepare(
    `INSERT INTO set_up (id, name, cloud, tenant_id, home, key_pair_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const list = database.prepare('SELECT * FROM set_up ORDER BY created_at, id');
  const get = database.prepare('SELECT * FROM set_up WHERE id = ?');
  // Deleting the key pair deletes the set-up too.
  const remove = database.prepare(
    'DELETE FROM key_pair WHERE id = (SELECT key_pair_id FROM set_up WHERE id = ?)',
  );
  const homeOf = database.prepare('SELECT tenant_id FROM home_tenant WHERE profile_id = ?').pluck();
  const setHome = database.prepare(
    `INSERT INTO home_tenant (profile_id, tenant_id) VALUES (?, ?)
     ON CONFLICT (profile_id) DO UPDATE SET tenant_id = excluded.tenant_id`,
  );

  return {
    begin: (setUp, pair) =>
      database
        .transaction(() => {
          keyPairs.add(pair);
          const { id, name, tenantId, home, keyPairId, createdAt } = setUp;
          insert.run(id, name, JSON.stringify(setUp.cloud), tenantId, home, keyPairId, createdAt);
        })
        .immediate(),
    list: () => z.array(setUpRow).parse(list.all()),
    get: (setUpId) => setUpRow.nullable().parse(get.get(setUpId) ?? null),
    remove: (setUpId) => {
      remove.run(setUpId);
    },
    homeOf: (profileId) =>
      z
        .string()
        .nullable()
        .parse(homeOf.get(profileId) ?? null),
    setHome: (profileId, tenantId) => {
      setHome.run(profileId, tenantId);
    },
  };
}
