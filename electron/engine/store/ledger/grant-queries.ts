import { z } from 'zod';
import type { GrantStore } from '../../connection/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { createActivityQueries } from './activity-queries.ts';
import { createAttemptQueries } from './attempt-queries.ts';
import { createTestQueries } from './test-queries.ts';

const removalRow = z
  .object({ tenant_id: z.string(), at: z.number() })
  .transform((row) => ({ tenantId: row.tenant_id, at: row.at }));

/** Tests, consent attempts, and removals of grants, which delete both. */
export function createGrantQueries(database: Database): Synchronous<GrantStore> {
  const activity = createActivityQueries(database);
  const dropTests = database.prepare('DELETE FROM test WHERE tenant_id = ?');
  const dropAttempts = database.prepare('DELETE FROM attempt WHERE tenant_id = ?');
  const remove = database.prepare(
    `INSERT INTO removal (tenant_id, at) VALUES (?, ?)
     ON CONFLICT (tenant_id) DO UPDATE SET at = excluded.at`,
  );
  const removal = database.prepare('SELECT * FROM removal WHERE tenant_id = ?');
  const removals = database.prepare('SELECT * FROM removal');

  return {
    ...createTestQueries(database),
    ...createAttemptQueries(database),
    removeHere: (record, line) =>
      database
        .transaction(() => {
          dropTests.run(record.tenantId);
          dropAttempts.run(record.tenantId);
          remove.run(record.tenantId, record.at);
          activity.append(line);
        })
        .immediate(),
    removal: (tenantId) => removalRow.nullable().parse(removal.get(tenantId) ?? null),
    removals: () =>
      new Map(
        z
          .array(removalRow)
          .parse(removals.all())
          .map((row) => [row.tenantId, row]),
      ),
  };
}
