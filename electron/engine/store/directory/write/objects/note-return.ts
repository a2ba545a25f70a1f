import type { Database } from '../../../database/open.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/** Records that an object with this creation time appeared whose memberships a delta may not contain. */
export type NoteReturn = (run: OpenRun, createdAt: number | null) => void;

/**
 * Lists skip members that are soft-deleted, and a delta doesn't report their memberships when they are
 * restored. A delta stream is different: it continues to list them.
 */
export function createNoteReturn(database: Database): NoteReturn {
  const cameBack = database.prepare('UPDATE sync_run SET came_back = 1 WHERE no = ?');
  return (run, createdAt) => {
    if (run.newSince !== null && (createdAt ?? 0) < run.newSince) cameBack.run(run.no);
  };
}
