import { z } from 'zod';
import type { HandOverRecord, MarkRecord, MarkStore } from '../../directory/policies/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';

const markRow = z
  .object({
    tenant_id: z.string(),
    group_id: z.string(),
    label: z.string(),
    name: z.string(),
    marked_at: z.number(),
  })
  .transform((row): MarkRecord => ({
    tenantId: row.tenant_id,
    groupId: row.group_id,
    label: row.label,
    name: row.name,
    markedAt: row.marked_at,
  }));

const handOverRow = z
  .object({ tenant_id: z.string(), at: z.number(), ticket: z.string().nullable() })
  .transform((row): HandOverRecord => ({
    tenantId: row.tenant_id,
    at: row.at,
    ticket: row.ticket,
  }));
/** A hand-over from a backup has no snapshot, because a snapshot is directory data. */
const snapshotRow = z
  .object({ at: z.number(), snapshot: z.instanceof(Uint8Array).nullable() })
  .transform(({ at, snapshot }) => (snapshot === null ? null : { at, snapshot }));

/** Groups marked for policies, and their hand-overs. */
export function createMarkQueries(database: Database): Synchronous<MarkStore> {
  const list = database.prepare(
    'SELECT * FROM mark WHERE tenant_id = ? ORDER BY marked_at, group_id',
  );
  const get = database.prepare('SELECT * FROM mark WHERE tenant_id = ? AND group_id = ?');
  const put = database.prepare(
    `INSERT INTO mark (tenant_id, group_id, label, name, marked_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (tenant_id, group_id) DO UPDATE SET label = excluded.label, name = excluded.name`,
  );
  const remove = database.prepare('DELETE FROM mark WHERE tenant_id = ? AND group_id = ?');
  const dropSnapshots = database.prepare(
    'UPDATE hand_over SET snapshot = NULL WHERE tenant_id = ? AND snapshot IS NOT NULL',
  );
  const addHandOver = database.prepare(
    'INSERT INTO hand_over (tenant_id, at, ticket, snapshot) VALUES (?, ?, ?, ?)',
  );
  const newest = 'FROM hand_over WHERE tenant_id = ? ORDER BY sequence DESC LIMIT 1';
  const lastHandOver = database.prepare(`SELECT tenant_id, at, ticket ${newest}`);
  const lastSnapshot = database.prepare(`SELECT at, snapshot ${newest}`);

  return {
    list: (tenantId) => z.array(markRow).parse(list.all(tenantId)),
    put: (mark) =>
      database
        .transaction(() => {
          put.run(mark.tenantId, mark.groupId, mark.label, mark.name, mark.markedAt);
          return markRow.parse(get.get(mark.tenantId, mark.groupId));
        })
        .immediate(),
    remove: (tenantId, groupId) => remove.run(tenantId, groupId).changes > 0,
    addHandOver: (record, snapshot) =>
      database
        .transaction(() => {
          dropSnapshots.run(record.tenantId);
          addHandOver.run(record.tenantId, record.at, record.ticket, snapshot);
        })
        .immediate(),
    lastHandOver: (tenantId) => handOverRow.nullable().parse(lastHandOver.get(tenantId) ?? null),
    lastSnapshot: (tenantId) => snapshotRow.nullable().parse(lastSnapshot.get(tenantId) ?? null),
  };
}
