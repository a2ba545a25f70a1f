import { z } from 'zod';
import { guid, profileId, tenantId } from '../../../contract/ids.ts';
import { leftIn, resetEvidence, resetState, stepRecord } from '../../../contract/reset.ts';
import type { ResetRecord, ResetStore } from '../../reset/store.ts';
import type { Database } from '../database/open.ts';
import type { Sync } from '../sync-store.ts';
import { json } from './json-column.ts';

const millis = z.number().int();

/** Times are milliseconds UTC. */
const resetRecord: z.ZodType<ResetRecord> = z.object({
  id: guid,
  tenantId,
  profileId,
  version: z.number().int().nonnegative(),
  startedAt: millis,
  startedBy: z.string(),
  endedAt: millis.nullable(),
  snapshot: z.object({
    state: resetState,
    context: z.object({
      hasBackend: z.boolean(),
      steps: z.array(stepRecord.extend({ at: millis })),
      before: resetEvidence.nullable(),
      after: resetEvidence.nullable(),
      firstRefusedAt: millis.nullable(),
      goneAt: millis.nullable(),
      abandoned: z.object({ at: millis, by: z.string(), reason: z.string(), leftIn }).nullable(),
    }),
  }),
});

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
