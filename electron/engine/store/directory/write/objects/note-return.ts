import type { Database } from '../../../database/open.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/** Notes of an object that appears, created at that moment, that a delta cannot know its memberships. */
export type NoteReturn = (run: OpenRun, createdAt: number | null) => void;

/**
 * Lists leave out who is soft-deleted, and a delta does not tell their memberships when they are
 * restored: unlike a delta stream, which goes on listing them (entra-graph §4.5).
 */
export function createNoteReturn(database: Database): NoteReturn {
  const cameBack = database.prepare('UPDATE sync_run SET came_back = 1 WHERE no = ?');
  return (run, createdAt) => {
    if (run.newSince !== null && (createdAt ?? 0) < run.newSince) cameBack.run(run.no);
  };
}
