import type { Problem } from '../../../../../contract/problem.ts';
import type { Database } from '../../../database/open.ts';
import { live } from '../../schema/codes.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/** Groups that a sync couldn't read, and why. Versioned like all other rows. */
export interface FailedGroups {
  /** This sync couldn't read the group, which keeps the members of the previous sync and is marked. */
  fail(run: OpenRun, groupNo: number, problem: Problem): void;
  /** The group was read successfully later. */
  clear(run: OpenRun, groupNo: number): void;
  /** After a full sync: closes the failures that this sync didn't report. */
  closeUnseen(run: OpenRun): void;
  /** The groups that the tenant's last shown sync couldn't read. */
  ofTenant(tenantNo: number): readonly number[];
}

export function createFailedGroups(database: Database): FailedGroups {
  const find = database.prepare(
    `SELECT added_in, problem FROM failed_group WHERE group_no = ? AND removed_in = ${live}`,
  );
  const add = database.prepare(
    `INSERT INTO failed_group (group_no, removed_in, added_in, seen_in, tenant_no, problem)
     VALUES (?, ${live}, ?, ?, ?, ?)`,
  );
  const see = database.prepare(
    `UPDATE failed_group SET seen_in = ?, problem = ? WHERE group_no = ? AND removed_in = ${live}`,
  );
  const close = database.prepare(
    `UPDATE failed_group SET removed_in = ? WHERE group_no = ? AND removed_in = ${live}`,
  );
  const erase = database.prepare(
    `DELETE FROM failed_group WHERE group_no = ? AND removed_in = ${live}`,
  );
  const closeUnseen = database.prepare(
    `UPDATE failed_group SET removed_in = $no
     WHERE tenant_no = $tenant AND removed_in = ${live} AND seen_in < $no`,
  );
  const ofTenant = database
    .prepare(`SELECT group_no FROM failed_group WHERE tenant_no = ? AND removed_in = ${live}`)
    .pluck();

  const clear = (run: OpenRun, groupNo: number): void => {
    const found = find.get(groupNo) as { readonly added_in: number } | undefined;
    if (found?.added_in === run.no) erase.run(groupNo);
    else if (found) close.run(run.no, groupNo);
  };
  return {
    fail(run, groupNo, problem) {
      const text = JSON.stringify(problem);
      const found = find.get(groupNo) as { added_in: number; problem: string } | undefined;
      if (found && (found.added_in === run.no || found.problem === text)) {
        see.run(run.no, text, groupNo);
        return;
      }
      if (found) close.run(run.no, groupNo);
      add.run(groupNo, run.no, run.no, run.tenantNo, text);
    },
    clear,
    closeUnseen: (run) => void closeUnseen.run({ no: run.no, tenant: run.tenantNo }),
    ofTenant: (tenantNo) => ofTenant.all(tenantNo) as number[],
  };
}
