import type { Problem } from '../../../../../contract/problem.ts';
import type { SyncGaps } from '../../../../../contract/sync.ts';
import { EvergrantError } from '../../../../errors/evergrant-error.ts';
import type { UnreadObject } from '../../../../directory/sync/store.ts';
import type { Database } from '../../../database/open.ts';
import type { OpenRun } from '../syncs/open-run.ts';

export type ObjectKind = SyncGaps['first'][number]['kind'];

/** Objects that a sync found but couldn't read completely; known values remain. */
export interface UnreadObjects {
  /** `id` empty: the row didn't say which object it is. Every such row counts. */
  note(run: OpenRun, kind: ObjectKind, id: string, problem: Problem): void;
  /** The object was read completely later, or it no longer exists. */
  clear(run: OpenRun, kind: ObjectKind, id: string): void;
  /**
   * For a delta sync: copies the objects that the previous sync couldn't read, because Graph doesn't return
   * them again until they change.
   */
  takeOver(run: OpenRun, from: number): void;
  /** Reloads what this sync has noted, after a restart of the process. */
  recall(run: OpenRun): void;
  /** The objects that can be requested individually. */
  toRead(no: number, limit: number): readonly UnreadObject[];
  count(no: number): Readonly<Record<ObjectKind, number>>;
  /** Whether rows came without an object id: no later delta returns them again. */
  hasNameless(no: number): boolean;
  first(no: number, limit: number): SyncGaps['first'];
}

/** Rows without a readable id are stored as `?1`, `?2`, ...; earlier versions stored one with an empty id. */
const isNamed = `id GLOB '[0-9a-f]*'`;

export function createUnreadObjects(database: Database): UnreadObjects {
  const note = database.prepare(
    'INSERT OR REPLACE INTO unread_object (sync_no, kind, id, problem) VALUES (?, ?, ?, ?)',
  );
  const clear = database.prepare(
    'DELETE FROM unread_object WHERE sync_no = ? AND kind = ? AND id = ?',
  );
  const takeOver = database.prepare(
    `INSERT OR IGNORE INTO unread_object (sync_no, kind, id, problem)
     SELECT ?, kind, id, problem FROM unread_object WHERE sync_no = ? AND ${isNamed}`,
  );
  const all = database.prepare('SELECT kind, id FROM unread_object WHERE sync_no = ?');
  const toRead = database.prepare(
    `SELECT kind, id FROM unread_object WHERE sync_no = ? AND kind IN ('user', 'group') AND ${isNamed}
     ORDER BY kind, id LIMIT ?`,
  );
  const nameless = database
    .prepare(`SELECT count(*) FROM unread_object WHERE sync_no = ? AND NOT ${isNamed}`)
    .pluck();
  const count = database.prepare(
    'SELECT kind, count(*) AS count FROM unread_object WHERE sync_no = ? GROUP BY kind',
  );
  const first = database.prepare(
    `SELECT kind, id FROM unread_object WHERE sync_no = ? AND ${isNamed} ORDER BY kind, id LIMIT ?`,
  );
  const keyOf = (kind: ObjectKind, id: string): string => `${kind} ${id}`;
  return {
    note(run, kind, id, problem) {
      const key = id === '' ? `?${Number(nameless.get(run.no)) + 1}` : id;
      note.run(run.no, kind, key, JSON.stringify(problem));
      run.unread.add(keyOf(kind, key));
    },
    clear(run, kind, id) {
      if (run.unread.delete(keyOf(kind, id))) clear.run(run.no, kind, id);
    },
    takeOver(run, from) {
      takeOver.run(run.no, from);
      this.recall(run);
    },
    recall(run) {
      run.unread.clear();
      for (const { kind, id } of all.all(run.no) as SyncGaps['first']) {
        run.unread.add(keyOf(kind, id));
      }
    },
    toRead: (no, limit) => toRead.all(no, limit) as UnreadObject[],
    count(no) {
      const counts = { user: 0, group: 0, device: 0, contact: 0 };
      for (const row of count.all(no) as { kind: ObjectKind; count: number }[]) {
        counts[row.kind] = row.count;
      }
      return counts;
    },
    hasNameless: (no) => Number(nameless.get(no)) > 0,
    first: (no, limit) => first.all(no, limit) as SyncGaps['first'],
  };
}

/** A new object came without a required property. */
export function incompleteObject(): Problem {
  return new EvergrantError('sync.incompleteObject', { retry: 'after' }).toProblem();
}
