import { z } from 'zod';
import { problem } from '../../../contract/problem.ts';
import type { DemandRecord, DemandStore } from '../../identity/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { json } from './json-column.ts';

const demandRow = z
  .object({
    profile_id: z.string(),
    tenant_id: z.string(),
    account_id: z.string(),
    account: z.string(),
    problem: json(problem),
    claims: z.string().nullable(),
    at: z.number(),
  })
  .transform((row): DemandRecord => ({
    profileId: row.profile_id,
    tenantId: row.tenant_id,
    accountId: row.account_id,
    account: row.account,
    problem: row.problem,
    claims: row.claims,
    at: row.at,
  }));

/** Tenants that require a separate sign-in of an account. */
export function createDemandQueries(database: Database): Synchronous<DemandStore> {
  const list = database.prepare('SELECT * FROM demand ORDER BY at DESC, tenant_id');
  const get = database.prepare('SELECT * FROM demand WHERE profile_id = ? AND tenant_id = ?');
  const put = database.prepare(
    `INSERT INTO demand (profile_id, tenant_id, account_id, account, problem, claims, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (profile_id, tenant_id) DO UPDATE SET account_id = excluded.account_id,
       account = excluded.account, problem = excluded.problem, claims = excluded.claims,
       at = excluded.at`,
  );
  const clear = database.prepare('DELETE FROM demand WHERE profile_id = ? AND tenant_id = ?');
  const clearAccount = database.prepare(
    'DELETE FROM demand WHERE profile_id = ? AND account_id = ?',
  );
  return {
    list: () => z.array(demandRow).parse(list.all()),
    get: (profileId, tenantId) => demandRow.nullable().parse(get.get(profileId, tenantId) ?? null),
    put: (demand) => {
      put.run(
        demand.profileId,
        demand.tenantId,
        demand.accountId,
        demand.account,
        JSON.stringify(demand.problem),
        demand.claims,
        demand.at,
      );
    },
    clear: (profileId, tenantId) => clear.run(profileId, tenantId).changes > 0,
    clearAccount: (profileId, accountId) => {
      clearAccount.run(profileId, accountId);
    },
  };
}
