import type { SyncStream } from '../../../../directory/sync/store.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { Database } from '../../../database/open.ts';
import type { FailedRow, ReadPage } from '../../pages/read-page.ts';
import type { FailedGroups } from '../objects/failed-groups.ts';
import type { Memberships } from '../objects/memberships.ts';
import { createNoteReturn } from '../objects/note-return.ts';
import { createObjectTables, objectWeight } from '../objects/object-tables.ts';
import type { Objects } from '../objects/objects.ts';
import type { OpenRun } from '../syncs/open-run.ts';
import type { PageCounts } from '../syncs/page-counts.ts';
import type { ObjectKind, UnreadObjects } from '../objects/unread-objects.ts';
import { createGroupWriter } from './write-group.ts';
import { createPersonWriter } from './write-person.ts';
import { createThingWriter } from './write-thing.ts';

/** Writes the content of a page. Idempotent, and independent of the order of groups. */
export function createPageWriter(
  database: Database,
  {
    objects,
    memberships,
    failed,
    unread,
  }: {
    readonly objects: Objects;
    readonly memberships: Memberships;
    readonly failed: FailedGroups;
    readonly unread: UnreadObjects;
  },
) {
  const tables = createObjectTables(database);
  const noteReturn = createNoteReturn(database);
  const shared = { objects, memberships, unread, noteReturn };
  const groups = createGroupWriter(database, tables.groups, { ...shared, failed });
  const people = createPersonWriter(tables.people, shared);
  const things = createThingWriter(tables.things, shared);

  /** Known values of an object that can't be read remain. */
  const keepKnown = (run: OpenRun, kind: ObjectKind, row: FailedRow): void => {
    // A group has a separate mark.
    if (row.id === '' || kind !== 'group') unread.note(run, kind, row.id, row.problem);
    if (row.id === '') return;
    if (kind === 'group') groups.keep(run, row);
    else if (kind === 'user') people.keep(run, row.id);
    else things.keep(run, kind, row.id);
  };

  return {
    writeGroup: groups.write,
    writePerson: people.write,
    /** Makes new rows searchable: see `SearchIndex`. */
    *index(run: OpenRun, when: 'worthwhile' | 'now'): Steps<void> {
      yield* objects.catchUp(run, when);
      yield* tables.groupSearch.catchUp(run, when);
      yield* tables.personSearch.catchUp(run, when);
    },
    *write(run: OpenRun, stream: SyncStream, page: ReadPage, counts: PageCounts): Steps<void> {
      for (const change of page.groups) {
        yield* groups.write(run, change, counts);
        if (stream === 'groups' && run.listed.has('groups')) groups.planList(run, change);
      }
      for (const change of page.people) yield* people.write(run, change, counts);
      const thing = stream === 'contacts' ? 'contact' : 'device';
      for (const change of page.things) yield* things.write(run, thing, change, counts);
      for (const row of page.failed) {
        keepKnown(run, kindOf[stream], row);
        yield objectWeight;
      }
    },
  };
}
export type PageWriter = ReturnType<typeof createPageWriter>;

const kindOf = {
  users: 'user',
  groups: 'group',
  devices: 'device',
  contacts: 'contact',
} as const satisfies Record<SyncStream, ObjectKind>;
