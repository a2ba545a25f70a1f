import type { SyncStream } from '../../../directory/sync/store.ts';
import type { Database } from '../../database/open.ts';
import { flagBit, objectType } from '../schema/codes.ts';
import type { FailedGroups } from './failed-groups.ts';
import type { Steps } from '../../database/in-steps.ts';
import { createMemberships } from './memberships.ts';
import type { Objects } from './objects.ts';
import type { OpenRun } from './open-run.ts';
import type { PageCounts } from './page-counts.ts';
import type { ReadPage } from '../pages/read-page.ts';
import { numberOrNull } from '../pages/graph-page.ts';
import { groupValues, unnamedGroup } from '../pages/group-page.ts';
import type { GroupChange } from '../pages/group-page.ts';
import { personValues } from '../pages/person-page.ts';
import type { PersonChange } from '../pages/person-page.ts';
import { thingValues } from '../pages/thing-page.ts';
import type { ThingChange } from '../pages/thing-page.ts';
import type { FailedRow } from '../pages/read-page.ts';
import { formerAddresses } from '../pages/former-addresses.ts';
import { createObjectTables } from './object-tables.ts';
import { incompleteObject } from './unread-objects.ts';
import type { ObjectKind, UnreadObjects } from './unread-objects.ts';
import type { Column, Values } from './versions.ts';

/** Weights of `Steps`: an object with its indexes costs about as much as four memberships. */
const objectWeight = 4;
const membersPerStep = 250;

/** Writes what a page says. Writing a page twice, or in another order of groups, changes nothing. */
export function createPageWriter(
  database: Database,
  {
    objects,
    failed,
    unread,
  }: {
    readonly objects: Objects;
    readonly failed: FailedGroups;
    readonly unread: UnreadObjects;
  },
) {
  const memberships = createMemberships(database);
  const { groups, people, things, groupSearch, personSearch } = createObjectTables(database);
  const cameBack = database.prepare('UPDATE sync_run SET came_back = 1 WHERE no = ?');
  const addListed = database.prepare(
    'INSERT OR IGNORE INTO listed_group (sync_no, group_no) VALUES (?, ?)',
  );

  /**
   * Lists leave out who is soft-deleted, and a delta does not tell their memberships when they are
   * restored: unlike a delta stream, which goes on listing them (entra-graph §4.5).
   */
  const noteReturn = (run: OpenRun, createdAt: number | null): void => {
    if (run.newSince !== null && (createdAt ?? 0) < run.newSince) cameBack.run(run.no);
  };

  function* writeGroup(run: OpenRun, change: GroupChange, counts: PageCounts): Steps<void> {
    const no = objects.number(run, change.id, objectType.group);
    if (change.removed) {
      memberships.removeAll(run, no);
      failed.clear(run, no);
      unread.clear(run, 'group', change.id);
      if (groups.remove(run, no)) {
        counts.removals += 1;
        memberships.touchGroupsOf(run, no);
      }
      memberships.touch(run, no);
      yield objectWeight;
      return;
    }
    const known = groups.get(no);
    if (change.properties || !known || known.seenIn !== run.no) {
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
    if (change.isWhole) unread.clear(run, 'group', change.id);
    yield objectWeight;
    let touched = false;
    for (const [place, member] of change.members.entries()) {
      const memberNo = objects.number(run, member.id, member.type);
      const changed = member.removed
        ? memberships.remove(run, no, memberNo)
        : memberships.add(run, no, memberNo);
      if (changed) {
        if (member.removed) counts.removals += 1;
        else counts.memberships += 1;
        if (!touched) memberships.touch(run, no);
        touched = true;
      }
      if (place % membersPerStep === membersPerStep - 1) yield membersPerStep;
    }
    yield change.members.length % membersPerStep;
  }

  function* writePerson(run: OpenRun, change: PersonChange, counts: PageCounts): Steps<void> {
    const no = objects.number(run, change.id, objectType.user);
    if (change.removed) {
      unread.clear(run, 'user', change.id);
      if (people.remove(run, no)) {
        counts.removals += 1;
        memberships.touchGroupsOf(run, no);
      }
    } else {
      const known = people.get(no);
      const values = personValues(change.properties, known?.values ?? null);
      const former = formerAddresses(known && addressesOf(known.values), values);
      const written = people.put(run, no, { ...values, former }, known);
      if (written !== 'again') counts.people += 1;
      if (written === 'appeared') {
        memberships.touchGroupsOf(run, no);
        noteReturn(run, change.createdAt);
        if (!change.isWhole) unread.note(run, 'user', change.id, incompleteObject());
      }
      if (change.isWhole) unread.clear(run, 'user', change.id);
    }
    yield objectWeight;
  }

  function* writeThing(
    run: OpenRun,
    type: typeof objectType.device | typeof objectType.contact,
    change: ThingChange,
    counts: PageCounts,
  ): Steps<void> {
    const no = objects.number(run, change.id, type);
    if (change.removed) {
      if (things.remove(run, no)) counts.removals += 1;
    } else {
      const known = things.get(no);
      const values = { type, ...thingValues(change.properties, known?.values ?? null) };
      if (things.put(run, no, values, known) !== 'again') counts.things += 1;
      const kind = type === objectType.device ? 'device' : 'contact';
      if (change.isWhole) unread.clear(run, kind, change.id);
      else if (!known) unread.note(run, kind, change.id, incompleteObject());
    }
    yield objectWeight;
  }

  /** Its members are read by a list. A hidden membership is not told: it is marked, not asked for. */
  const planList = (run: OpenRun, { id, removed }: GroupChange): void => {
    if (removed) return;
    const no = objects.number(run, id, objectType.group);
    const flags = Number(groups.get(no)?.values.flags ?? 0);
    const isHidden = (flags & flagBit('hidden')) !== 0;
    if (run.readsHidden || !isHidden) addListed.run(run.no, no);
  };

  /** What was known of an object that cannot be read stays; one that is new shows that it is there. */
  const keepKnown = (run: OpenRun, kind: ObjectKind, { id, problem }: FailedRow): void => {
    // A group has a mark of its own.
    if (id === '' || kind !== 'group') unread.note(run, kind, id, problem);
    if (id === '') return;
    if (kind === 'group') {
      const no = objects.number(run, id, objectType.group);
      const known = groups.get(no);
      groups.put(run, no, known?.values ?? unnamedGroup, known);
      failed.fail(run, no, problem);
      memberships.touch(run, no);
    } else if (kind === 'user') {
      const no = objects.number(run, id, objectType.user);
      const known = people.get(no);
      people.put(run, no, known?.values ?? unnamedPerson, known);
    } else {
      const no = objects.number(run, id, objectType[kind]);
      const known = things.get(no);
      if (known) things.put(run, no, known.values, known);
    }
  };

  return {
    writeGroup,
    writePerson,
    /** New rows become searchable: see `SearchIndex`. */
    *index(run: OpenRun, when: 'worthwhile' | 'now'): Steps<void> {
      yield* objects.catchUp(run, when);
      yield* groupSearch.catchUp(run, when);
      yield* personSearch.catchUp(run, when);
    },
    *write(run: OpenRun, stream: SyncStream, page: ReadPage, counts: PageCounts): Steps<void> {
      for (const change of page.groups) {
        yield* writeGroup(run, change, counts);
        if (stream === 'groups' && run.listed.has('groups')) planList(run, change);
      }
      for (const change of page.people) yield* writePerson(run, change, counts);
      const type = stream === 'contacts' ? objectType.contact : objectType.device;
      for (const change of page.things) yield* writeThing(run, type, change, counts);
      for (const row of page.failed) {
        keepKnown(run, kindOf[stream], row);
        yield objectWeight;
      }
    },
  };
}

const kindOf = {
  users: 'user',
  groups: 'group',
  devices: 'device',
  contacts: 'contact',
} as const satisfies Record<SyncStream, ObjectKind>;

const unnamedPerson = { ...personValues({ id: '' }, null), former: '' };

export type PageWriter = ReturnType<typeof createPageWriter>;

/** What the cache knows of a person's addresses before this change. */
function addressesOf(
  values: Values<'upn' | 'mail' | 'addresses' | 'former'>,
): Parameters<typeof formerAddresses>[0] {
  return {
    upn: textOrNull(values.upn),
    mail: textOrNull(values.mail),
    addresses: textOrNull(values.addresses) ?? '',
    former: textOrNull(values.former) ?? '',
  };
}

function textOrNull(value: Column): string | null {
  return typeof value === 'string' ? value : null;
}
