import { z } from 'zod';
import { guid, profileId, tenantId } from '../../../contract/ids.ts';
import {
  leftIn,
  resetEvidence,
  resetHand,
  resetNote,
  resetPurpose,
  resetState,
  resetStep,
  stepRecord,
} from '../../../contract/reset.ts';
import type { ResetRecord, ResetStore } from '../../reset/store.ts';
import type { ActivityRecord } from '../../kernel/activity/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { createActivityQueries } from './activity-queries.ts';
import { json } from './json-column.ts';

const millis = z.number().int();
const step = stepRecord.extend({ at: millis });

/**
 * Times are milliseconds UTC. Defaults are for rows older than a field: those resets were always for the
 * grant, by the person who began them.
 */
const resetRecord = z
  .object({
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
        purpose: resetPurpose.default('reset'),
        holder: z.string().optional(),
        hands: z.array(resetHand.extend({ at: millis })).default([]),
        heldAt: resetStep.nullable().default(null),
        hasBackend: z.boolean(),
        steps: z.array(step),
        setbacks: z.array(z.object({ at: millis, undone: z.array(step) })).default([]),
        note: resetNote.nullable().default(null),
        before: resetEvidence.nullable(),
        after: resetEvidence.nullable(),
        firstRefusedAt: millis.nullable(),
        goneAt: millis.nullable(),
        abandoned: z.object({ at: millis, by: z.string(), reason: z.string(), leftIn }).nullable(),
      }),
    }),
  })
  .transform((record): ResetRecord => {
    const { snapshot, startedBy } = record;
    const { holder = startedBy, ...context } = snapshot.context;
    return { ...record, snapshot: { ...snapshot, context: { ...context, holder } } };
  });

const row = z.object({ record: json(resetRecord) });
const one = (found: unknown): ResetRecord | null =>
  row.nullable().parse(found ?? null)?.record ?? null;

/** Resets: one row each, replaced at every state transition. */
export function createResetQueries(database: Database): Synchronous<ResetStore> {
  const activity = createActivityQueries(database);
  const last = database.prepare(
    'SELECT record FROM reset WHERE tenant_id = ? ORDER BY sequence DESC LIMIT 1',
  );
  const get = database.prepare('SELECT record FROM reset WHERE id = ?');
  const ended = database.prepare(
    'SELECT record FROM reset WHERE tenant_id = ? AND open = 0 ORDER BY sequence DESC',
  );
  const open = database.prepare('SELECT record FROM reset WHERE open = 1 ORDER BY sequence');
  const add = database.prepare(
    `INSERT INTO reset (id, tenant_id, version, open, record)
     SELECT $id, $tenantId, $version, 1, $record
     WHERE NOT EXISTS (SELECT 1 FROM reset WHERE tenant_id = $tenantId AND open = 1)`,
  );
  const advance = database.prepare(
    `UPDATE reset SET version = $version, open = $open, record = $record
     WHERE id = $id AND version = $from AND open = 1`,
  );
  /** Appends the line only if the reset was written. */
  const together = (write: () => number, line: ActivityRecord | null): boolean =>
    database
      .transaction(() => {
        if (write() !== 1) return false;
        if (line !== null) activity.append(line);
        return true;
      })
      .immediate();
  return {
    last: (tenantId) => one(last.get(tenantId)),
    get: (id) => one(get.get(id)),
    open: () =>
      z
        .array(row)
        .parse(open.all())
        .map(({ record }) => record),
    ended: (tenantId) =>
      z
        .array(row)
        .parse(ended.all(tenantId))
        .map(({ record }) => record),
    add: (record, line) => {
      const { id, tenantId, version } = record;
      const values = { id, tenantId, version, record: JSON.stringify(record) };
      return together(() => add.run(values).changes, line);
    },
    advance: (record, from, line) => {
      const { id, version } = record;
      const open = Number(record.endedAt === null);
      const values = { id, version, from, open, record: JSON.stringify(record) };
      return together(() => advance.run(values).changes, line);
    },
  };
}
