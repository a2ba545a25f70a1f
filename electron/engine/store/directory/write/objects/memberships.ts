import type { Database } from '../../../database/open.ts';
import { live } from '../../schema/codes.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/** Memberships, one row for each current or former pair. */
export interface Memberships {
  /** True the first time that this sync finds the pair. */
  add(run: OpenRun, groupNo: number, memberNo: number): boolean;
  remove(run: OpenRun, groupNo: number, memberNo: number): boolean;
  /** The group no longer exists; removes all of its memberships. */
  removeAll(run: OpenRun, groupNo: number): void;
  /** Marks the group: its size must be counted at the end of a delta sync. */
  touch(run: OpenRun, groupNo: number): void;
  /** Marks every group that this object is directly in. */
  touchGroupsOf(run: OpenRun, memberNo: number): void;
}

/**
 * A full sync marks the rows that it finds (`seen_in`), and closes the others at its end. A delta sync closes
 * and opens rows immediately. A pair that is removed and added within one sync counts as unchanged.
 */
export function createMemberships(database: Database): Memberships {
  const isLive = `group_no = ? AND member_no = ? AND removed_in = ${live}`;
  const meet = database.prepare(
    `INSERT INTO membership (group_no, member_no, removed_in, added_in, seen_in)
     VALUES (?, ?, ${live}, ?, ?)
     ON CONFLICT (group_no, member_no, removed_in) DO UPDATE SET seen_in = excluded.seen_in
       WHERE seen_in <> excluded.seen_in`,
  );
  const open = database.prepare(
    `INSERT INTO membership (group_no, member_no, removed_in, added_in, seen_in)
     VALUES (?, ?, ${live}, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const revive = database.prepare(
    `UPDATE membership SET removed_in = ${live} WHERE group_no = ? AND member_no = ? AND removed_in = ?`,
  );
  const erase = database.prepare(`DELETE FROM membership WHERE ${isLive} AND added_in = ?`);
  const unmeet = database.prepare(`UPDATE membership SET seen_in = 0 WHERE ${isLive}`);
  const close = database.prepare(`UPDATE membership SET removed_in = ? WHERE ${isLive}`);
  const ofOpen = database.prepare(
    `INSERT INTO member_of (group_no, member_no, removed_in, added_in) VALUES (?, ?, ${live}, ?)
     ON CONFLICT DO NOTHING`,
  );
  const ofRevive = database.prepare(
    `UPDATE member_of SET removed_in = ${live} WHERE group_no = ? AND member_no = ? AND removed_in = ?`,
  );
  const ofErase = database.prepare(`DELETE FROM member_of WHERE ${isLive} AND added_in = ?`);
  const ofClose = database.prepare(`UPDATE member_of SET removed_in = ? WHERE ${isLive}`);
  const membersOf = database
    .prepare(`SELECT member_no FROM membership WHERE group_no = ? AND removed_in = ${live}`)
    .pluck();
  const touch = database.prepare(
    'INSERT OR IGNORE INTO touched_group (sync_no, group_no) VALUES (?, ?)',
  );
  const touchGroups = database.prepare(
    `INSERT OR IGNORE INTO touched_group (sync_no, group_no)
     SELECT ?, group_no FROM member_of WHERE member_no = ? AND removed_in = ${live}`,
  );
  const remove = (run: OpenRun, groupNo: number, memberNo: number): boolean => {
    const isNew = erase.run(groupNo, memberNo, run.no).changes > 0;
    if (run.mode === 'full') return isNew || unmeet.run(groupNo, memberNo).changes > 0;
    if (isNew) return ofErase.run(groupNo, memberNo, run.no).changes > 0;
    ofClose.run(run.no, groupNo, memberNo);
    return close.run(run.no, groupNo, memberNo).changes > 0;
  };
  return {
    add(run, groupNo, memberNo) {
      if (run.mode === 'full') return meet.run(groupNo, memberNo, run.no, run.no).changes > 0;
      if (revive.run(groupNo, memberNo, run.no).changes > 0) {
        return ofRevive.run(groupNo, memberNo, run.no).changes > 0;
      }
      ofOpen.run(groupNo, memberNo, run.no);
      return open.run(groupNo, memberNo, run.no, run.no).changes > 0;
    },
    remove,
    removeAll(run, groupNo) {
      for (const memberNo of membersOf.all(groupNo) as number[]) remove(run, groupNo, memberNo);
    },
    touch(run, groupNo) {
      if (run.mode === 'delta') touch.run(run.no, groupNo);
    },
    touchGroupsOf(run, memberNo) {
      if (run.mode === 'delta') touchGroups.run(run.no, memberNo);
    },
  };
}
