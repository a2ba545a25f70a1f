import type { Problem } from '../../../../../contract/problem.ts';
import type { SyncGaps } from '../../../../../contract/sync.ts';
import { EvergrantError } from '../../../../errors/evergrant-error.ts';
import type { UnreadObject } from '../../../../directory/sync/store.ts';
import type { Database } from '../../../database/open.ts';
import type { OpenRun } from '../syncs/open-run.ts';

export type ObjectKind = SyncGaps['first'][number]['kind'];

/** Objects that a sync met and could not read, or not whole; what was known of them stays. */
export interface UnreadObjects {
  /** `id` empty: the row did not say which object it is. Each of these counts. */
  note(run: OpenRun, kind: ObjectKind, id: string, problem: Problem): void;
  /** The object came whole after all, or it is gone. */
  clear(run: OpenRun, kind: ObjectKind, id: string): void;
  /** In a delta sync: what the sync before could not read is not told again unless it changes. */
  takeOver(run: OpenRun, from: number): void;
  /** Remembers what this sync has noted, after a restart of the process. */
  recall(run: OpenRun): void;
  /** Those that can be asked for by themselves. */
  toRead(no: number, limit: number): readonly UnreadObject[];
  count(no: number): Readonly<Record<ObjectKind, number>>;
  /** Whether rows came that say of no object which it is: no later delta brings them again. */
  hasNameless(no: number): boolean;
  first(no: number, limit: number): SyncGaps['first'];
}

/** Rows without a readable id are kept as `?1`, `?2`, ...; earlier versions kept one without anything. */
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

/** A new object came without what makes it one. */
export function incompleteObject(): Problem {
  return new EvergrantError('sync.incompleteObject', { retry: 'after' }).toProblem();
}
