import type { Millis } from '../../../../kernel/ports.ts';
import type { Database } from '../../../database/open.ts';
import { live, rowRange } from '../../schema/codes.ts';
import type { Steps } from '../../../database/in-steps.ts';

const portion = 500;

/**
 * Deletes the history of a tenant: rows that no sync since a given time shows, and the syncs before it. The
 * shown sync and the one before it always remain, so that there is something to compare.
 */
export function createPruneHistory(database: Database) {
  const kept = database
    .prepare(
      `SELECT min(no) FROM (
         SELECT no FROM sync_run WHERE tenant_no = $tenant AND state = 'finished' AND no >= $oldest
           AND finished_at >= $since
         UNION ALL
         SELECT no FROM (SELECT no FROM sync_run
           WHERE tenant_no = $tenant AND state = 'finished' AND no >= $oldest
           ORDER BY no DESC LIMIT 2))`,
    )
    .pluck();
  const oldest = database.prepare('SELECT oldest_sync FROM tenant WHERE no = ?').pluck();
  const setOldest = database.prepare('UPDATE tenant SET oldest_sync = ? WHERE no = ?');
  const lastRow = (table: string) =>
    database.prepare(`SELECT max(row) FROM ${table} WHERE row BETWEEN ? AND ?`).pluck();
  const erase = (table: string) =>
    database.prepare(`DELETE FROM ${table} WHERE row BETWEEN ? AND ? AND removed_in <= ?`);
  const tables = ['person', 'grp', 'thing'].map((name) => ({
    last: lastRow(name),
    erase: erase(name),
  }));
  const changed = database
    .prepare(
      `SELECT DISTINCT c.group_no FROM sync_run r CROSS JOIN changed_group c ON c.sync_no = r.no
       WHERE r.tenant_no = ? AND r.no <= ?`,
    )
    .pluck();
  const eraseMemberOf = database.prepare(
    `DELETE FROM member_of WHERE (member_no, group_no, removed_in) IN
       (SELECT member_no, group_no, removed_in FROM membership WHERE group_no = $group AND removed_in <= $no)`,
  );
  const eraseMembers = database.prepare(
    'DELETE FROM membership WHERE group_no = $group AND removed_in <= $no',
  );
  const eraseSizes = database.prepare(
    'DELETE FROM group_size WHERE group_no = $group AND removed_in <= $no',
  );
  const eraseFailed = database.prepare(
    `DELETE FROM failed_group WHERE tenant_no = ? AND removed_in < ${live} AND removed_in <= ?`,
  );
  const eraseRuns = database.prepare('DELETE FROM sync_run WHERE tenant_no = ? AND no < ?');

  return function* prune(tenantNo: number, since: Millis): Steps<void> {
    const before = Number(oldest.get(tenantNo));
    const no = Number(kept.get({ tenant: tenantNo, oldest: before, since }) ?? 0);
    if (no <= before) return;
    setOldest.run(no, tenantNo);
    yield 1;
    // The first sync replaced nothing.
    if (before === 0) return;
    const [first, end] = rowRange(tenantNo);
    for (const { last, erase: eraseRows } of tables) {
      const lastOne = Number(last.get(first, end) ?? first);
      for (let row = first; row <= lastOne; row += portion) {
        yield eraseRows.run(row, row + portion - 1, no).changes + portion / 10;
      }
    }
    for (const group of changed.all(tenantNo, no) as number[]) {
      const at = { group, no };
      eraseMemberOf.run(at);
      yield eraseMembers.run(at).changes * 2 + eraseSizes.run(at).changes + 2;
    }
    eraseFailed.run(tenantNo, no);
    eraseRuns.run(tenantNo, no);
  };
}
