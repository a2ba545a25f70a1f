import { z } from 'zod';
import { activityEntry } from '../../../contract/activity.ts';
import type { ActivityRecord, ActivityStore } from '../../kernel/activity/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { json } from './json-column.ts';

const { action, params, problem } = activityEntry.shape;

const activityRow = z
  .object({
    id: z.string(),
    at: z.number(),
    tenant_id: z.string().nullable(),
    profile_id: z.string().nullable(),
    action,
    account: z.string().nullable(),
    result: z.string(),
    params: json(params),
    problem: json(problem).nullable(),
    ticket: z.string().nullable(),
  })
  .transform((row): ActivityRecord => ({
    id: row.id,
    at: row.at,
    tenantId: row.tenant_id,
    profileId: row.profile_id,
    action: row.action,
    account: row.account,
    result: row.result,
    params: row.params,
    problem: row.problem,
    ticket: row.ticket,
  }));

/** The append-only activity record: triggers refuse any other change. */
export function createActivityQueries(database: Database): Synchronous<ActivityStore> {
  const append = database.prepare(
    `INSERT INTO activity (id, at, tenant_id, profile_id, action, account, result, params, problem, ticket)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const newestFirst = 'ORDER BY at DESC, sequence DESC LIMIT ?';
  const ofAll = database.prepare(`SELECT * FROM activity WHERE at < ? ${newestFirst}`);
  const ofOne = database.prepare(
    `SELECT * FROM activity WHERE tenant_id = ? AND at < ? ${newestFirst}`,
  );

  return {
    append: (entry) => {
      append.run(
        entry.id,
        entry.at,
        entry.tenantId,
        entry.profileId,
        entry.action,
        entry.account,
        entry.result,
        JSON.stringify(entry.params),
        entry.problem === null ? null : JSON.stringify(entry.problem),
        entry.ticket,
      );
    },
    list: (query) => {
      const before = query.before ?? Number.MAX_SAFE_INTEGER;
      const rows =
        query.tenantId === null
          ? ofAll.all(before, query.limit)
          : ofOne.all(query.tenantId, before, query.limit);
      return z.array(activityRow).parse(rows);
    },
  };
}
