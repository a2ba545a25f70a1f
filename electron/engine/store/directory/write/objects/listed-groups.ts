import type { ListTask } from '../../../../directory/sync/store.ts';
import type { Database } from '../../../database/open.ts';

type TaskRow = Omit<ListTask, 'whole'> & { readonly whole: number };

/** Groups whose members a sync reads by separate lists, and the progress of each list. */
export interface ListedGroups {
  /** Groups that are not read completely, in ascending order, after number `after`. */
  tasks(no: number, after: number, limit: number): readonly ListTask[];
  /** Plans a group; its properties are read too. */
  plan(no: number, groupNo: number): void;
  /** Stores the next page of the list. */
  goOn(no: number, groupNo: number, link: string): void;
  /** `failed`: the group keeps its previous members and size. */
  end(no: number, groupNo: number, outcome: 'read' | 'failed'): void;
}

export function createListedGroups(database: Database): ListedGroups {
  const tasks = database.prepare(
    `SELECT l.group_no AS "group", coalesce(o.id, n.id) AS id, l.link, l.whole FROM listed_group l
       LEFT JOIN object o ON o.no = l.group_no
       LEFT JOIN new_object n ON n.no = l.group_no
     WHERE l.sync_no = ? AND l.group_no > ? AND l.done = 0 ORDER BY l.group_no LIMIT ?`,
  );
  const plan = database.prepare(
    'INSERT OR IGNORE INTO listed_group (sync_no, group_no, whole) VALUES (?, ?, 1)',
  );
  const goOn = database.prepare(
    'UPDATE listed_group SET link = ? WHERE sync_no = ? AND group_no = ?',
  );
  const end = database.prepare(
    'UPDATE listed_group SET done = ?, link = NULL WHERE sync_no = ? AND group_no = ?',
  );
  return {
    tasks: (no, after, limit) =>
      (tasks.all(no, after, limit) as TaskRow[]).map((row) => ({ ...row, whole: row.whole === 1 })),
    plan: (no, groupNo) => void plan.run(no, groupNo),
    goOn: (no, groupNo, link) => void goOn.run(link, no, groupNo),
    end: (no, groupNo, outcome) => void end.run(outcome === 'read' ? 1 : 2, no, groupNo),
  };
}
