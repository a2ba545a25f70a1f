import { z } from 'zod';
import type { QuietWatchRecord, QuietWatchStore } from '../../connection/consent/quiet/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';

const watchRow = z
  .object({
    tenant_id: z.string(),
    reason: z.enum(['asked', 'lateAccept']),
    since: z.number(),
    last_test_at: z.number().nullable(),
    next_test_at: z.number(),
    tests: z.number(),
    until: z.number(),
  })
  .transform((row): QuietWatchRecord => ({
    tenantId: row.tenant_id,
    reason: row.reason,
    since: row.since,
    lastTestAt: row.last_test_at,
    nextTestAt: row.next_test_at,
    tests: row.tests,
    until: row.until,
  }));

/** Customers that are tested in the background. */
export function createQuietWatchQueries(database: Database): Synchronous<QuietWatchStore> {
  const list = database.prepare('SELECT * FROM quiet_watch ORDER BY next_test_at, tenant_id');
  const get = database.prepare('SELECT * FROM quiet_watch WHERE tenant_id = ?');
  const begin = database.prepare(
    `INSERT INTO quiet_watch (tenant_id, reason, since, next_test_at, tests, until)
     VALUES (@tenantId, @reason, @since, @nextTestAt, @tests, @until)
     ON CONFLICT (tenant_id) DO UPDATE SET
       next_test_at = excluded.next_test_at, tests = excluded.tests`,
  );
  const anew = database.prepare(
    `UPDATE quiet_watch SET reason = @reason, since = @since, until = @until
     WHERE tenant_id = @tenantId AND (reason <> 'asked' OR @reason = 'asked')`,
  );
  const takeTurn = database.prepare(
    'UPDATE quiet_watch SET next_test_at = ? WHERE tenant_id = ? AND next_test_at = ?',
  );
  const tested = database.prepare(
    'UPDATE quiet_watch SET last_test_at = ?, next_test_at = ?, tests = ? WHERE tenant_id = ?',
  );
  const end = database.prepare('DELETE FROM quiet_watch WHERE tenant_id = ? RETURNING *');

  return {
    list: () => z.array(watchRow).parse(list.all()),
    get: (tenantId) => watchRow.nullable().parse(get.get(tenantId) ?? null),
    begin: ({ lastTestAt: _none, ...watch }) =>
      database
        .transaction(() => {
          begin.run(watch);
          anew.run({
            tenantId: watch.tenantId,
            reason: watch.reason,
            since: watch.since,
            until: watch.until,
          });
        })
        .immediate(),
    takeTurn: (tenantId, due, next) => takeTurn.run(next, tenantId, due).changes === 1,
    tested: (tenantId, after) => {
      tested.run(after.lastTestAt, after.nextTestAt, after.tests, tenantId);
    },
    end: (tenantId) => watchRow.nullable().parse(end.get(tenantId) ?? null),
  };
}
