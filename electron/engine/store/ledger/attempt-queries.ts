import { z } from 'zod';
import { consentAttempt } from '../../../contract/grant.ts';
import type { GrantStore } from '../../connection/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { json } from './json-column.ts';

const attemptRow = z.object({ tenant_id: z.string(), attempt: json(consentAttempt) });

/** Consent attempts. A running attempt is replaced by id. */
export function createAttemptQueries(
  database: Database,
): Pick<Synchronous<GrantStore>, 'saveAttempt' | 'lastAttempt' | 'lastAttempts'> {
  const saveAttempt = database.prepare(
    `INSERT INTO attempt (id, tenant_id, attempt) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET attempt = excluded.attempt`,
  );
  const lastAttempt = database.prepare(
    'SELECT tenant_id, attempt FROM attempt WHERE tenant_id = ? ORDER BY sequence DESC LIMIT 1',
  );
  const lastAttempts = database.prepare(
    `SELECT tenant_id, attempt FROM attempt
     WHERE sequence IN (SELECT max(sequence) FROM attempt GROUP BY tenant_id)`,
  );

  return {
    saveAttempt: (attempt) => {
      saveAttempt.run(attempt.id, attempt.tenantId, JSON.stringify(attempt));
    },
    lastAttempt: (tenantId) =>
      attemptRow.nullable().parse(lastAttempt.get(tenantId) ?? null)?.attempt ?? null,
    lastAttempts: () =>
      new Map(
        z
          .array(attemptRow)
          .parse(lastAttempts.all())
          .map((row) => [row.tenant_id, row.attempt]),
      ),
  };
}
