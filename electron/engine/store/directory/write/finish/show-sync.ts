import type { Millis } from '../../../../kernel/ports.ts';
import type { Database } from '../../../database/open.ts';
import { live, objectType } from '../../schema/codes.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { OpenRun } from '../syncs/open-run.ts';

const portion = 200;

/** Shows a finished sync, and removes what it replaced from the search indexes. */
export function createShow(database: Database) {
  const count = (sql: string) => database.prepare(sql).pluck();
  const people = count(`SELECT count(*) FROM person WHERE tenant_no = ? AND removed_in = ${live}`);
  const groups = count(`SELECT count(*) FROM grp WHERE tenant_no = ? AND removed_in = ${live}`);
  const memberships = count(
    `SELECT coalesce(sum(members), 0) FROM group_size WHERE tenant_no = ? AND removed_in = ${live}`,
  );
  const things = count(
    `SELECT count(*) FROM thing WHERE tenant_no = ? AND type = ? AND removed_in = ${live}`,
  );
  const show = database.prepare(
    `UPDATE tenant SET current_sync = ?, synced_at = ?, reads_hidden = ?, people = ?, groups = ?,
       memberships = ? WHERE no = ?`,
  );
  const record = database.prepare(
    `UPDATE sync_run SET state = 'finished', phase = 'done', finished_at = ?, users = ?, groups = ?,
       memberships = ?, devices = ?, contacts = ? WHERE no = ?`,
  );
  const forgetTouched = database.prepare('DELETE FROM touched_group WHERE sync_no = ?');
  const forgetListed = database.prepare('DELETE FROM listed_group WHERE sync_no = ?');
  const forgetStreams = database.prepare('DELETE FROM sync_stream WHERE sync_no = ?');
  const closedRows = (table: string) =>
    database
      .prepare(`SELECT row FROM ${table} WHERE tenant_no = ? AND removed_in < ${live}`)
      .pluck();
  const unindex = (search: string) => database.prepare(`DELETE FROM ${search} WHERE rowid = ?`);
  const indexes = [
    { closed: closedRows('person'), unindex: unindex('person_search') },
    { closed: closedRows('grp'), unindex: unindex('grp_search') },
  ];

  return {
    /** One update in the caller's transaction: all rows of this sync become visible, or none. */
    show(run: OpenRun, readsHidden: boolean, at: Millis): void {
      const found = {
        people: Number(people.get(run.tenantNo)),
        groups: Number(groups.get(run.tenantNo)),
        memberships: Number(memberships.get(run.tenantNo)),
        devices: Number(things.get(run.tenantNo, objectType.device)),
        contacts: Number(things.get(run.tenantNo, objectType.contact)),
      };
      show.run(
        run.no,
        at,
        Number(readsHidden),
        found.people,
        found.groups,
        found.memberships,
        run.tenantNo,
      );
      record.run(
        at,
        found.people,
        found.groups,
        found.memberships,
        found.devices,
        found.contacts,
        run.no,
      );
      forgetTouched.run(run.no);
      forgetListed.run(run.no);
      forgetStreams.run(run.no);
    },
    /** Removes old versions from the search indexes. */
    *clean(run: OpenRun): Steps<void> {
      for (const { closed, unindex } of indexes) {
        const rows = closed.all(run.tenantNo) as number[];
        for (const [place, row] of rows.entries()) {
          unindex.run(row);
          if (place % portion === portion - 1) yield portion;
        }
      }
    },
  };
}
