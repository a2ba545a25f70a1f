import type { Database } from '../../../database/open.ts';
import { objectType } from '../../schema/codes.ts';
import type { ObjectTypeCode } from '../../schema/codes.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/** Most GUIDs in memory: 40 MB. */
const remembered = 1_300_000;
/**
 * New objects are queued until they are a tenth of the known ones, within these bounds: enough to share the
 * index's pages, while the work is spread over the time between pages instead of coming at the end.
 */
const fewestTogether = 2_000;
const mostTogether = 20_000;
const portion = 400;
/** Moving a row costs about as much as writing six memberships. */
const rowWeight = 6;

/** Replaces GUIDs inside the store: integers are faster and five times smaller as keys. */
export interface Objects {
  /** The number of a new or known object; stores `type` if it was unknown. */
  number(run: OpenRun, id: string, type: ObjectTypeCode): number;
  /** Reloads the queued objects after a crash or a transaction that was rolled back. */
  recall(run: OpenRun): void;
  /** Indexes the queued objects: all of them, or none while it isn't worthwhile. */
  catchUp(run: OpenRun, when: 'worthwhile' | 'now'): Steps<void>;
}

/**
 * New objects are queued in `new_object` in order of arrival, and move to `object` in batches in the order of
 * their GUIDs: moved one by one, each would touch a different page of the index, and every page that a
 * transaction touches is encrypted.
 */
export function createObjects(database: Database): Objects {
  const find = database
    .prepare('SELECT no * 8 + type FROM object WHERE tenant_no = ? AND id = ?')
    .pluck();
  const insert = database.prepare('INSERT INTO new_object (tenant_no, id, type) VALUES (?, ?, ?)');
  const retype = database.prepare('UPDATE object SET type = ? WHERE no = ?');
  const retypeNew = database.prepare('UPDATE new_object SET type = ? WHERE no = ?');
  const waiting = database
    .prepare('SELECT id, no * 8 + type FROM new_object WHERE tenant_no = ?')
    .raw();
  const move = database.prepare(
    'INSERT OR IGNORE INTO object (no, tenant_no, id, type) VALUES (?, ?, ?, ?)',
  );
  const drop = database.prepare('DELETE FROM new_object WHERE no <= ? AND tenant_no = ?');

  const remember = (run: OpenRun, id: string, code: number): void => {
    if (run.objects.size >= remembered) run.objects.clear();
    run.objects.set(id, code);
  };
  const codeOf = (run: OpenRun, id: string): number | undefined => {
    const known = run.waiting.get(id) ?? run.objects.get(id);
    if (known !== undefined) return known;
    const found = find.get(run.tenantNo, id) as number | undefined;
    if (found !== undefined) remember(run, id, found);
    return found;
  };
  return {
    number(run, id, type) {
      const known = codeOf(run, id);
      if (known === undefined) {
        const no = Number(insert.run(run.tenantNo, id, type).lastInsertRowid);
        if (type === objectType.device || type === objectType.unknown) run.unnamed.add('devices');
        if (type === objectType.contact || type === objectType.unknown) run.unnamed.add('contacts');
        run.waiting.set(id, no * 8 + type);
        return no;
      }
      const no = Math.floor(known / 8);
      if (type === objectType.unknown || known % 8 === type) return no;
      if (run.waiting.has(id)) {
        retypeNew.run(type, no);
        run.waiting.set(id, no * 8 + type);
      } else {
        retype.run(type, no);
        remember(run, id, no * 8 + type);
      }
      return no;
    },
    recall(run) {
      run.objects.clear();
      run.waiting.clear();
      for (const [id, code] of waiting.all(run.tenantNo) as [string, number][]) {
        run.waiting.set(id, code);
      }
    },
    *catchUp(run, when) {
      const together = Math.min(Math.max(run.objects.size / 10, fewestTogether), mostTogether);
      if (when === 'worthwhile' && run.waiting.size < together) return;
      const ids = [...run.waiting.keys()].sort();
      let last = 0;
      for (const [place, id] of ids.entries()) {
        const code = run.waiting.get(id);
        if (code === undefined) continue;
        const no = Math.floor(code / 8);
        move.run(no, run.tenantNo, id, code % 8);
        last = Math.max(last, no);
        run.waiting.delete(id);
        remember(run, id, code);
        if (place % portion === portion - 1) yield portion * rowWeight;
      }
      // Objects added in the meantime have higher numbers. If interrupted before this, the move is repeated.
      drop.run(last, run.tenantNo);
      yield ids.length;
    },
  };
}
