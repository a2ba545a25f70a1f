import type { Database } from '../database/open.ts';
import { objectType } from './codes.ts';
import type { ObjectTypeCode } from './codes.ts';
import type { OpenRun } from './open-run.ts';

/** More GUIDs than this are not remembered at once: about 100 bytes each. */
const remembered = 400_000;

/** Stands for GUIDs inside the store: integers are faster and five times smaller as keys. */
export interface Objects {
  /** The number of an object, new or known; `type` is learned where it was unknown. */
  number(run: OpenRun, id: string, type: ObjectTypeCode): number;
}

export function createObjects(database: Database): Objects {
  const find = database
    .prepare('SELECT no * 8 + type FROM object WHERE tenant_no = ? AND id = ?')
    .pluck();
  const insert = database.prepare('INSERT INTO object (tenant_no, id, type) VALUES (?, ?, ?)');
  const retype = database.prepare('UPDATE object SET type = ? WHERE no = ?');

  const remember = (run: OpenRun, id: string, no: number, type: ObjectTypeCode): number => {
    if (run.objects.size >= remembered) run.objects.clear();
    run.objects.set(id, no * 8 + type);
    return no;
  };
  return {
    number(run, id, type) {
      const known = run.objects.get(id) ?? (find.get(run.tenantNo, id) as number | undefined);
      if (known === undefined) {
        const no = Number(insert.run(run.tenantNo, id, type).lastInsertRowid);
        if (type === objectType.device || type === objectType.unknown) run.unnamed.add('devices');
        if (type === objectType.contact || type === objectType.unknown) run.unnamed.add('contacts');
        return remember(run, id, no, type);
      }
      const no = Math.floor(known / 8);
      if (type !== objectType.unknown && known % 8 !== type) {
        retype.run(type, no);
        return remember(run, id, no, type);
      }
      if (!run.objects.has(id)) run.objects.set(id, known);
      return no;
    },
  };
}
