import { z } from 'zod';
import { consentAttempt, testResult } from '../../../contract/grant.ts';
import type { GrantStore, TestsOfTenant } from '../../connection/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { createActivityQueries } from './activity-queries.ts';
import { json } from './json-column.ts';

const testRow = z.object({ tenant_id: z.string(), result: json(testResult) });
const newestRow = z
  .object({
    tenant_id: z.string(),
    last: z.number(),
    last_reached: z.number().nullable(),
    last_good: z.number().nullable(),
  })
  .transform((row) => ({
    tenantId: row.tenant_id,
    last: row.last,
    lastReached: row.last_reached,
    lastGood: row.last_good,
  }));
const numberedRow = z.object({ sequence: z.number(), result: json(testResult) });
const attemptRow = z.object({ tenant_id: z.string(), attempt: json(consentAttempt) });
const removalRow = z
  .object({ tenant_id: z.string(), at: z.number() })
  .transform((row) => ({ tenantId: row.tenant_id, at: row.at }));

/** The newest test of each tenant among those that `where` lets through; one tenant's with a parameter. */
const newest = (where: string): string =>
  `SELECT tenant_id, result FROM test WHERE sequence IN
     (SELECT max(sequence) FROM test WHERE ${where} GROUP BY tenant_id)`;

/** Tests, consent attempts and removals. */
export function createGrantQueries(database: Database): Synchronous<GrantStore> {
  const activity = createActivityQueries(database);
  const insertTest = database.prepare(
    'INSERT INTO test (id, tenant_id, reached, good, result) VALUES (?, ?, ?, ?, ?)',
  );
  const ofOne = {
    last: database.prepare(newest('tenant_id = ?')),
    lastReached: database.prepare(newest('tenant_id = ? AND reached = 1')),
    lastGood: database.prepare(newest('tenant_id = ? AND good = 1')),
  };
  const ofAll = {
    last: database.prepare(newest('TRUE')),
    lastReached: database.prepare(newest('reached = 1')),
    lastGood: database.prepare(newest('good = 1')),
  };
  const numbers = database.prepare(
    `SELECT * FROM (
       SELECT tenant_id,
         (SELECT max(sequence) FROM test WHERE tenant_id = t.tenant_id) AS last,
         (SELECT max(sequence) FROM test WHERE tenant_id = t.tenant_id AND reached = 1) AS last_reached,
         (SELECT max(sequence) FROM test WHERE tenant_id = t.tenant_id AND good = 1) AS last_good
       FROM tenant t)
     WHERE last IS NOT NULL`,
  );
  const numbered = database.prepare(
    'SELECT sequence, result FROM test WHERE sequence IN (SELECT value FROM json_each(?))',
  );
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
  const dropTests = database.prepare('DELETE FROM test WHERE tenant_id = ?');
  const dropAttempts = database.prepare('DELETE FROM attempt WHERE tenant_id = ?');
  const remove = database.prepare(
    `INSERT INTO removal (tenant_id, at) VALUES (?, ?)
     ON CONFLICT (tenant_id) DO UPDATE SET at = excluded.at`,
  );
  const removal = database.prepare('SELECT * FROM removal WHERE tenant_id = ?');
  const removals = database.prepare('SELECT * FROM removal');

  const byTenant = (rows: unknown[]) =>
    new Map(
      z
        .array(testRow)
        .parse(rows)
        .map((row) => [row.tenant_id, row.result] as const),
    );
  const join = (read: (of: keyof TestsOfTenant) => unknown[]): Map<string, TestsOfTenant> => {
    const lastReached = byTenant(read('lastReached'));
    const lastGood = byTenant(read('lastGood'));
    return new Map(
      [...byTenant(read('last'))].map(([tenantId, last]) => [
        tenantId,
        {
          last,
          lastReached: lastReached.get(tenantId) ?? null,
          lastGood: lastGood.get(tenantId) ?? null,
        },
      ]),
    );
  };

  return {
    addTest: (result, worth) => {
      insertTest.run(
        result.id,
        result.tenantId,
        worth.reached ? 1 : 0,
        worth.good ? 1 : 0,
        JSON.stringify(result),
      );
    },
    tests: database.transaction(
      (tenantId: string) => join((of) => ofOne[of].all(tenantId)).get(tenantId) ?? null,
    ),
    allTests: database.transaction(() => join((of) => ofAll[of].all())),
    newestTests: () => z.array(newestRow).parse(numbers.all()),
    testsAt: (asked) =>
      new Map(
        z
          .array(numberedRow)
          .parse(numbered.all(JSON.stringify(asked)))
          .map((row) => [row.sequence, row.result]),
      ),
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
