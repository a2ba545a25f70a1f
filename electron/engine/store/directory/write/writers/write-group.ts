import type { Steps } from '../../../database/in-steps.ts';
import type { Database } from '../../../database/open.ts';
import { numberOrNull } from '../../pages/graph-page.ts';
import { groupValues, unnamedGroup } from '../../pages/group-page.ts';
import type { GroupChange } from '../../pages/group-page.ts';
import type { FailedRow } from '../../pages/read-page.ts';
import { flagBit, objectType } from '../../schema/codes.ts';
import type { FailedGroups } from '../objects/failed-groups.ts';
import type { Memberships } from '../objects/memberships.ts';
import type { NoteReturn } from '../objects/note-return.ts';
import { objectWeight } from '../objects/object-tables.ts';
import type { ObjectTables } from '../objects/object-tables.ts';
import type { Objects } from '../objects/objects.ts';
import type { OpenRun } from '../syncs/open-run.ts';
import type { PageCounts } from '../syncs/page-counts.ts';
import { incompleteObject } from '../objects/unread-objects.ts';
import type { UnreadObjects } from '../objects/unread-objects.ts';
import { createMemberWriter } from './write-members.ts';

/** Writes a group with the members that came with it. */
export function createGroupWriter(
  database: Database,
  groups: ObjectTables['groups'],
  parts: {
    readonly objects: Objects;
    readonly memberships: Memberships;
    readonly failed: FailedGroups;
    readonly unread: UnreadObjects;
    readonly noteReturn: NoteReturn;
  },
) {
  const { objects, memberships, failed, unread, noteReturn } = parts;
  const writeMembers = createMemberWriter(objects, memberships);
  const addListed = database.prepare(
    'INSERT OR IGNORE INTO listed_group (sync_no, group_no) VALUES (?, ?)',
  );

  function remove(run: OpenRun, no: number, id: string, counts: PageCounts): void {
    memberships.removeAll(run, no);
    failed.clear(run, no);
    unread.clear(run, 'group', id);
    if (groups.remove(run, no)) {
      counts.removals += 1;
      memberships.touchGroupsOf(run, no);
    }
    memberships.touch(run, no);
  }

  function putProperties(run: OpenRun, no: number, change: GroupChange, counts: PageCounts): void {
    const known = groups.get(no);
    // A further piece of a group that this sync has already written doesn't contain its properties.
    if (!change.properties && known?.seenIn === run.no) return;
    const values = change.properties
      ? groupValues(change.properties, known?.values ?? null)
      : (known?.values ?? unnamedGroup);
    const written = groups.put(run, no, values, known);
    if (written !== 'again') counts.groups += 1;
    if (written === 'appeared') {
      memberships.touchGroupsOf(run, no);
      memberships.touch(run, no);
      noteReturn(run, numberOrNull(values.created_at));
      if (!change.isWhole) unread.note(run, 'group', change.id, incompleteObject());
    }
    if (written === 'changed') memberships.touch(run, no);
  }

  return {
    *write(run: OpenRun, change: GroupChange, counts: PageCounts): Steps<void> {
      const no = objects.number(run, change.id, objectType.group);
      if (change.removed) {
        remove(run, no, change.id, counts);
        yield objectWeight;
        return;
      }
      putProperties(run, no, change, counts);
      if (change.isWhole) unread.clear(run, 'group', change.id);
      yield objectWeight;
      yield* writeMembers(run, no, change.members, counts);
    },
    /**
     * Plans to read its members by a list. A hidden membership can't be read: such a group is only marked.
     */
    planList(run: OpenRun, { id, removed }: GroupChange): void {
      if (removed) return;
      const no = objects.number(run, id, objectType.group);
      const flags = Number(groups.get(no)?.values.flags ?? 0);
      const isHidden = (flags & flagBit('hidden')) !== 0;
      if (run.readsHidden || !isHidden) addListed.run(run.no, no);
    },
    /**
     * The group can't be read: known values remain and it's marked; a new one is added without properties.
     */
    keep(run: OpenRun, { id, problem }: FailedRow): void {
      const no = objects.number(run, id, objectType.group);
      const known = groups.get(no);
      groups.put(run, no, known?.values ?? unnamedGroup, known);
      failed.fail(run, no, problem);
      memberships.touch(run, no);
    },
  };
}
