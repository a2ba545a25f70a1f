import type { Database } from '../../../database/open.ts';
import type { Steps } from '../../../database/in-steps.ts';

const portion = 400;
/** Moving a row costs about as much as writing six memberships. */
const rowWeight = 6;

/** Moves what a sync left in `new_object`, so that cleanup finds every object in one table. */
export function createMoveNewObjects(database: Database) {
  const waiting = database
    .prepare(`SELECT no FROM new_object WHERE tenant_no = ? LIMIT ${portion}`)
    .pluck();
  const move = database.prepare(
    'INSERT OR IGNORE INTO object (no, tenant_no, id, type) SELECT no, tenant_no, id, type FROM new_object WHERE no = ?',
  );
  const drop = database.prepare('DELETE FROM new_object WHERE no = ?');
  return function* moveNewObjects(tenantNo: number): Steps<void> {
    for (;;) {
      const found = waiting.all(tenantNo) as number[];
      for (const no of found) {
        move.run(no);
        drop.run(no);
      }
      yield found.length * rowWeight;
      if (found.length < portion) return;
    }
  };
}
