import type { Database } from '../../../database/open.ts';
import { live } from '../../schema/codes.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/** How many direct members a group shows, and how many of them have no name. */
export interface GroupSize {
  readonly members: number;
  readonly unnamed: number;
}

/** Writes versions of group sizes. */
export interface GroupSizeRows {
  /** Writes nothing if the size is unchanged. */
  put(run: OpenRun, groupNo: number, size: GroupSize): void;
  /** Call when the group no longer exists. */
  close(run: OpenRun, groupNo: number): void;
}

export function createGroupSizeRows(database: Database): GroupSizeRows {
  const wasListed = database
    .prepare('SELECT done FROM listed_group WHERE sync_no = ? AND group_no = ?')
    .pluck();
  const get = database.prepare(
    `SELECT members, unnamed, listed, added_in FROM group_size
     WHERE group_no = ? AND removed_in = ${live}`,
  );
  const add = database.prepare(
    `INSERT INTO group_size (group_no, removed_in, added_in, tenant_no, members, unnamed, listed)
     VALUES (?, ${live}, ?, ?, ?, ?, ?)`,
  );
  const resize = database.prepare(
    `UPDATE group_size SET members = ?, unnamed = ?, listed = ? WHERE group_no = ? AND removed_in = ${live}`,
  );
  const close = database.prepare(
    `UPDATE group_size SET removed_in = ? WHERE group_no = ? AND removed_in = ${live}`,
  );

  /** A delta adds only changes to a list, so the group counts as listed until it's read again. */
  const isListed = (run: OpenRun, groupNo: number, before: boolean): boolean => {
    const listed = wasListed.get(run.no, groupNo);
    if (listed === 1) return true;
    return before && (run.mode === 'delta' || listed !== undefined);
  };
  return {
    put(run, groupNo, { members, unnamed }) {
      const found = get.get(groupNo) as
        | { members: number; unnamed: number; listed: number; added_in: number }
        | undefined;
      const listed = Number(isListed(run, groupNo, found?.listed === 1));
      const isSame =
        found?.members === members && found.unnamed === unnamed && found.listed === listed;
      if (isSame) return;
      if (found?.added_in === run.no) {
        resize.run(members, unnamed, listed, groupNo);
        return;
      }
      if (found) close.run(run.no, groupNo);
      add.run(groupNo, run.no, run.tenantNo, members, unnamed, listed);
    },
    close: (run, groupNo) => void close.run(run.no, groupNo),
  };
}
