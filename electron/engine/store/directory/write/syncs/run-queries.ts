import { z } from 'zod';
import type { Problem } from '../../../../../contract/problem.ts';
import type { Millis } from '../../../../kernel/ports.ts';
import type { Database, Statement } from '../../../database/open.ts';
import { live, rowRange } from '../../schema/codes.ts';
import { runRow } from './run-row.ts';
import type { RunRow } from './run-row.ts';

/** A sync to begin. */
export interface NewRun {
  /** The new sync gets a number above this. */
  readonly above: number;
  readonly id: string;
  readonly tenantNo: number;
  readonly mode: 'full' | 'delta';
  readonly startedAt: Millis;
  readonly at: Millis;
  readonly requests: number;
  readonly readsHidden: boolean;
}

/** Reads and writes the rows of syncs. */
export function createRunQueries(database: Database) {
  const select = 'SELECT r.*, t.tenant_id FROM sync_run r JOIN tenant t ON t.no = r.tenant_no';
  const get = database.prepare(`${select} WHERE r.no = ?`);
  const last = database.prepare(`${select} WHERE t.tenant_id = ? ORDER BY r.no DESC LIMIT 1`);
  const lasts = database.prepare(
    `${select} WHERE r.no = (SELECT max(no) FROM sync_run WHERE tenant_no = t.no)`,
  );
  const add = database.prepare(
    `INSERT INTO sync_run (no, id, tenant_no, mode, state, phase, started_at, touched_at, requests, reads_hidden,
       indexed_person, indexed_grp)
     SELECT max(coalesce(max(no), 0), ?) + 1, ?, ?, ?, 'running', 'users', ?, ?, ?, ?, ?, ? FROM sync_run`,
  );
  const drop = database.prepare('DELETE FROM sync_run WHERE no = ?');
  const reopen = database.prepare(
    `UPDATE sync_run SET state = 'running', problem = NULL, finished_at = NULL, touched_at = ? WHERE no = ?`,
  );
  const end = database.prepare(
    'UPDATE sync_run SET state = ?, problem = ?, finished_at = ?, touched_at = ? WHERE no = ?',
  );
  const lastShown = database
    .prepare(
      `SELECT coalesce(r.began_there, r.started_at) FROM tenant t CROSS JOIN sync_run r ON r.no = t.current_sync
       WHERE t.no = $tenant AND EXISTS (SELECT 1 FROM group_size s
         WHERE s.tenant_no = $tenant AND s.removed_in = ${live} AND s.listed = 1)`,
    )
    .pluck();
  const lastRowOf = (table: 'person' | 'grp') =>
    database.prepare(`SELECT max(row) FROM ${table} WHERE row BETWEEN ? AND ?`).pluck();
  const lastPerson = lastRowOf('person');
  const lastGroup = lastRowOf('grp');

  return {
    get: (no: number): RunRow => runRow.parse(get.get(no)),
    last(tenantId: string): RunRow | null {
      const row = last.get(tenantId);
      return row === undefined ? null : runRow.parse(row);
    },
    /** The last sync of each tenant. */
    lasts: (): RunRow[] => z.array(runRow).parse(lasts.all()),
    /** Returns its number. */
    add(run: NewRun): number {
      const added = add.run(
        run.above,
        run.id,
        run.tenantNo,
        run.mode,
        run.startedAt,
        run.at,
        run.requests,
        Number(run.readsHidden),
        lastRow(lastPerson, run.tenantNo),
        lastRow(lastGroup, run.tenantNo),
      );
      return Number(added.lastInsertRowid);
    },
    drop: (no: number) => void drop.run(no),
    /** Resumes a sync that ended early. */
    reopen: (no: number, at: Millis) => void reopen.run(at, no),
    end(no: number, state: RunRow['state'], why: Problem | null, at: Millis) {
      end.run(state, why === null ? null : JSON.stringify(why), at, at, no);
    },
    /** If some groups' members came from lists: when the shown sync began, by the service's clock. */
    listsReadAt: (tenantNo: number): Millis | null =>
      z
        .number()
        .nullable()
        .parse(lastShown.get({ tenant: tenantNo }) ?? null),
  };
}

/** The highest row of a tenant in one table, or the row before its first one. */
function lastRow(statement: Statement, tenantNo: number): number {
  const [first, end] = rowRange(tenantNo);
  return Number(statement.get(first, end) ?? first);
}
