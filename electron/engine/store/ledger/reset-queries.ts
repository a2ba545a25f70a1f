import { z } from 'zod';
import { resetRecord } from '../../reset/store.ts';
import type { ResetStore } from '../../reset/store.ts';
import type { Database } from '../database/open.ts';
import type { Sync } from '../sync-store.ts';
import { json } from './json-column.ts';

const row = z.object({ record: json(resetRecord) });

/** Resets: one row each, replaced at every transition. */
export function createResetQueries(database: Database): Sync<ResetStore> {
  const last = database.prepare(
    'SELECT record FROM reset WHERE tenant_id = ? ORDER BY sequence DESC LIMIT 1',
  );
  const add = database.prepare(
    `INSERT INTO reset (id, tenant_id, version, open, record)
     SELECT $id, $tenantId, $version, 1, $record
     WHERE NOT EXISTS (SELECT 1 FROM reset WHERE tenant_id = $tenantId AND open = 1)`,
  );
  const advance = database.prepare(
    `UPDATE reset SET version = $version, open = $open, record = $record
     WHERE id = $id AND version = $version - 1`,
  );
  return {
    last: (tenantId) => row.nullable().parse(last.get(tenantId) ?? null)?.record ?? null,
    add: (record) => {
      const { id, tenantId, version } = record;
      return add.run({ id, tenantId, version, record: JSON.stringify(record) }).changes === 1;
    },
    advance: (record) => {
      const { id, version } = record;
      const open = Number(record.endedAt === null);
      return advance.run({ id, version, open, record: JSON.stringify(record) }).changes === 1;
    },
  };
}
