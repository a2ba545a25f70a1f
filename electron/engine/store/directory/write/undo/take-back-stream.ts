import type { Database } from '../../../database/open.ts';
import { live, rowRange } from '../../schema/codes.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { OpenRun } from '../syncs/open-run.ts';

const portion = 500;

/**
 * Undoes what one stream of a running full sync has written, as if none of its pages had been read.
 * Idempotent.
 */
export function createTakeBackStream(database: Database) {
  const table = (name: 'person' | 'grp') => ({
    name,
    last: database.prepare(`SELECT max(row) FROM ${name} WHERE row BETWEEN ? AND ?`).pluck(),
    met: database
      .prepare(`SELECT no FROM ${name} WHERE row BETWEEN ? AND ? AND seen_in = ?`)
      .pluck(),
    unindex: database.prepare(
      `DELETE FROM ${name}_search WHERE rowid IN
         (SELECT row FROM ${name} WHERE row BETWEEN ? AND ? AND added_in = ?) AND rowid <= ?`,
    ),
    erase: database.prepare(`DELETE FROM ${name} WHERE row BETWEEN ? AND ? AND added_in = ?`),
    reopen: database.prepare(
      `UPDATE ${name} SET removed_in = ${live} WHERE row BETWEEN ? AND ? AND removed_in = ?`,
    ),
    unmeet: database.prepare(
      `UPDATE ${name} SET seen_in = 0 WHERE row BETWEEN ? AND ? AND seen_in = ?`,
    ),
    mark: database.prepare(`UPDATE sync_run SET indexed_${name} = ? WHERE no = ?`),
  });
  const tables = { users: table('person'), groups: table('grp') };
  const eraseMembers = database.prepare(
    'DELETE FROM membership WHERE group_no = ? AND added_in = ?',
  );
  const unmeetMembers = database.prepare(
    'UPDATE membership SET seen_in = 0 WHERE group_no = ? AND seen_in = ?',
  );
  const eraseFailed = database.prepare(
    'DELETE FROM failed_group WHERE tenant_no = ? AND added_in = ?',
  );
  const reopenFailed = database.prepare(
    `UPDATE failed_group SET removed_in = ${live} WHERE tenant_no = ? AND removed_in = ?`,
  );
  const unmeetFailed = database.prepare(
    'UPDATE failed_group SET seen_in = 0 WHERE tenant_no = ? AND seen_in = ?',
  );

  return function* takeBack(run: OpenRun, stream: 'users' | 'groups'): Steps<void> {
    const { name, last, met, unindex, erase, reopen, unmeet, mark } = tables[stream];
    const [first, end] = rowRange(run.tenantNo);
    const lastRow = Number(last.get(first, end) ?? first);
    for (let row = first; row <= lastRow; row += portion) {
      const to = row + portion - 1;
      let done = 0;
      if (stream === 'groups') {
        for (const groupNo of met.all(row, to, run.no) as number[]) {
          done += eraseMembers.run(groupNo, run.no).changes;
          done += unmeetMembers.run(groupNo, run.no).changes;
        }
      }
      unindex.run(row, to, run.no, run.indexed[name]);
      done += erase.run(row, to, run.no).changes * 3;
      done += reopen.run(row, to, run.no).changes + unmeet.run(row, to, run.no).changes;
      yield done + portion / 10;
    }
    // The remaining rows were indexed by earlier syncs.
    run.indexed[name] = Number(last.get(first, end) ?? first);
    delete run.nextRow[name];
    mark.run(run.indexed[name], run.no);
    if (stream === 'users') return;
    eraseFailed.run(run.tenantNo, run.no);
    reopenFailed.run(run.tenantNo, run.no);
    unmeetFailed.run(run.tenantNo, run.no);
  };
}
export type TakeBackStream = ReturnType<typeof createTakeBackStream>;
