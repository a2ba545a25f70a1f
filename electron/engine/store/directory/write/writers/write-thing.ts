import type { Steps } from '../../../database/in-steps.ts';
import { thingValues } from '../../pages/thing-page.ts';
import type { ThingChange } from '../../pages/thing-page.ts';
import { objectType } from '../../schema/codes.ts';
import { objectWeight } from '../objects/object-tables.ts';
import type { ObjectTables } from '../objects/object-tables.ts';
import type { Objects } from '../objects/objects.ts';
import type { OpenRun } from '../syncs/open-run.ts';
import type { PageCounts } from '../syncs/page-counts.ts';
import { incompleteObject } from '../objects/unread-objects.ts';
import type { UnreadObjects } from '../objects/unread-objects.ts';

export type ThingKind = 'device' | 'contact';

/** Writes a device or a contact. */
export function createThingWriter(
  things: ObjectTables['things'],
  { objects, unread }: { readonly objects: Objects; readonly unread: UnreadObjects },
) {
  return {
    *write(run: OpenRun, kind: ThingKind, change: ThingChange, counts: PageCounts): Steps<void> {
      const type = objectType[kind];
      const no = objects.number(run, change.id, type);
      if (change.removed) {
        if (things.remove(run, no)) counts.removals += 1;
      } else {
        const known = things.get(no);
        const values = { type, ...thingValues(change.properties, known?.values ?? null) };
        if (things.put(run, no, values, known) !== 'again') counts.things += 1;
        if (change.isWhole) unread.clear(run, kind, change.id);
        else if (!known) unread.note(run, kind, change.id, incompleteObject());
      }
      yield objectWeight;
    },
    /** The object can't be read: known values remain. */
    keep(run: OpenRun, kind: ThingKind, id: string): void {
      const no = objects.number(run, id, objectType[kind]);
      const known = things.get(no);
      if (known) things.put(run, no, known.values, known);
    },
  };
}
