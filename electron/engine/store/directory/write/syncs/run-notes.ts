import type { ChangeSummary } from '../../../../../contract/comparison.ts';
import type { SyncGaps } from '../../../../../contract/sync.ts';
import type { SyncStream } from '../../../../directory/sync/store.ts';
import type { Millis } from '../../../../kernel/ports.ts';
import type { Database } from '../../../database/open.ts';
import { live, rowRange } from '../../schema/codes.ts';
import type { OpenRun } from './open-run.ts';
import type { PageCounts } from './page-counts.ts';
import type { RunRow } from './run-row.ts';

/** Updates a running sync's row: its progress, and what it found out on the way. */
export function createRunNotes(database: Database) {
  const countPage = database.prepare(
    `UPDATE sync_run SET users = users + ?, groups = groups + ?, memberships = memberships + ?,
       devices = devices + ?, contacts = contacts + ?, requests = requests + 1, touched_at = ?, phase = ?
     WHERE no = ?`,
  );
  const countLists = database.prepare(
    `UPDATE sync_run SET groups = groups + ?, memberships = memberships + ?, requests = requests + 1,
       touched_at = ? WHERE no = ?`,
  );
  const listUsers = database.prepare('UPDATE sync_run SET users = 0 WHERE no = ?');
  const listGroups = database.prepare(
    `UPDATE sync_run SET memberships_by = 'lists', groups = 0, memberships = 0 WHERE no = ?`,
  );
  const phase = database.prepare('UPDATE sync_run SET phase = ? WHERE no = ?');
  const expect = database.prepare(
    'UPDATE sync_run SET expected_users = ?, expected_groups = ? WHERE no = ?',
  );
  const beganThere = database.prepare(
    `UPDATE sync_run SET began_there = $at WHERE no = $no
       AND (began_there IS NULL OR began_there > $at)`,
  );
  const changes = database.prepare('UPDATE sync_run SET changes = ? WHERE no = ?');
  const gaps = database.prepare('UPDATE sync_run SET gaps = ? WHERE no = ?');
  const countMet = (table: 'person' | 'grp') =>
    database
      .prepare(
        `SELECT count(*) FROM ${table}
         WHERE row BETWEEN ? AND ? AND removed_in = ${live} AND seen_in = ?`,
      )
      .pluck();
  const metPeople = countMet('person');
  const metGroups = countMet('grp');

  return {
    /** Call when a page is written. */
    countPage(no: number, stream: SyncStream, counts: PageCounts, at: Millis) {
      const { people, groups, memberships, things } = counts;
      const devices = stream === 'devices' ? things : 0;
      const contacts = stream === 'contacts' ? things : 0;
      countPage.run(people, groups, memberships, devices, contacts, at, stream, no);
    },
    /** Call when a batch of lists is written. */
    countLists: (no: number, { groups, memberships }: PageCounts, at: Millis) =>
      void countLists.run(groups, memberships, at, no),
    /** Call when the stream switches to a list, which begins at its first page. */
    toList: (no: number, stream: 'users' | 'groups') =>
      void (stream === 'users' ? listUsers : listGroups).run(no),
    phase: (no: number, now: RunRow['phase']) => void phase.run(now, no),
    expect: (no: number, users: number, groups: number) => void expect.run(users, groups, no),
    /** Stores the earliest time by the service's clock that this sync has received. */
    beganThere: (no: number, at: Millis) => void beganThere.run({ no, at }),
    /** Stores what the sync changed against the one before it. */
    changes: (no: number, summary: ChangeSummary) => void changes.run(JSON.stringify(summary), no),
    gaps: (no: number, found: SyncGaps | null) =>
      void gaps.run(found === null ? null : JSON.stringify(found), no),
    /** Counts the users and groups that this sync has found; scans all rows. */
    met(run: Pick<OpenRun, 'no' | 'tenantNo'>) {
      const [first, last] = rowRange(run.tenantNo);
      return {
        users: Number(metPeople.get(first, last, run.no)),
        groups: Number(metGroups.get(first, last, run.no)),
      };
    },
  };
}
