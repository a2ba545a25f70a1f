import { z } from 'zod';
import { testResult } from '../../../contract/grant.ts';
import type { TestResult } from '../../../contract/grant.ts';
import type { GrantStore, TestsOfTenant } from '../../connection/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
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
/** SQL for the newest test of each tenant that matches `where`. */
const newest = (where: string): string =>
  `SELECT tenant_id, result FROM test WHERE sequence IN
     (SELECT max(sequence) FROM test WHERE ${where} GROUP BY tenant_id)`;

/** Connection tests. A test can be added and deleted, but never changed. */
export function createTestQueries(
  database: Database,
): Pick<Synchronous<GrantStore>, 'addTest' | 'tests' | 'allTests' | 'newestTests' | 'testsAt'> {
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
  };
}

/** Combines the newest tests of each tenant, from one query for each kind. */
function join(read: (of: keyof TestsOfTenant) => unknown[]): Map<string, TestsOfTenant> {
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
}

function byTenant(rows: unknown[]): Map<string, TestResult> {
  return new Map(
    z
      .array(testRow)
      .parse(rows)
      .map((row) => [row.tenant_id, row.result] as const),
  );
}
