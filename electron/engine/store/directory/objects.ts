import type { Database } from '../database/open.ts';
import { objectType } from './codes.ts';
import type { ObjectTypeCode } from './codes.ts';
import type { Steps } from './in-steps.ts';
import type { OpenRun } from './open-run.ts';

/** More GUIDs than this are not remembered at once: 40 MB. */
const remembered = 1_300_000;
/** So many new objects wait before they are indexed by GUID together. */
const worthIndexing = 20_000;
const portion = 400;
/** A row that moves costs about six memberships. */
const rowWeight = 6;

/** Stands for GUIDs inside the store: integers are faster and five times smaller as keys. */
export interface Objects {
  /** The number of an object, new or known; `type` is learned where it was unknown. */
  number(run: OpenRun, id: string, type: ObjectTypeCode): number;
  /** Remembers again what waits to be indexed: after a crash, or a transaction that did not hold. */
  recall(run: OpenRun): void;
  /** Indexes what waits: all of it, or nothing when it is not worth it yet. */
  catchUp(run: OpenRun, when: 'worthwhile' | 'now'): Steps<void>;
}

/**
 * New objects wait in `new_object`, in the order in which they came, and move to `object` many at a
 * time in the order of their GUIDs: each alone would touch a page of the index of its own, and every
 * page that a transaction touches is enciphered.
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
    'INSERT INTO object (no, tenant_no, id, type) SELECT no, tenant_no, id, type FROM new_object WHERE no = ?',
  );
  const drop = database.prepare('DELETE FROM new_object WHERE no = ?');

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
      if (when === 'worthwhile' && run.waiting.size < worthIndexing) return;
      const ids = [...run.waiting.keys()].sort();
      for (const [place, id] of ids.entries()) {
        const code = run.waiting.get(id);
        if (code === undefined) continue;
        const no = Math.floor(code / 8);
        move.run(no);
        drop.run(no);
        run.waiting.delete(id);
        remember(run, id, code);
        if (place % portion === portion - 1) yield portion * rowWeight;
      }
    },
  };
}
