import type { SyncStream } from '../../groups/sync/store.ts';
import type { Database } from '../database/open.ts';
import { flagBit, objectType } from './codes.ts';
import type { FailedGroups } from './failed-groups.ts';
import type { Steps } from './in-steps.ts';
import { createMemberships } from './memberships.ts';
import type { Objects } from './objects.ts';
import type { OpenRun } from './open-run.ts';
import type { ReadPage } from './pages/read-page.ts';
import { unnamedGroup } from './pages/group-page.ts';
import type { GroupChange, GroupValues } from './pages/group-page.ts';
import type { PersonChange } from './pages/person-page.ts';
import type { ThingChange } from './pages/thing-page.ts';
import { formerAddresses } from './former-addresses.ts';
import { createSearchIndex } from './search-index.ts';
import { createVersions } from './versions.ts';
import type { Column, LiveRow } from './versions.ts';

/** What a page added to the counts of its sync. */
export interface PageCounts {
  people: number;
  groups: number;
  memberships: number;
  things: number;
  /** Objects and memberships that were there before this page. */
  removals: number;
}

const groupColumns = [
  'sort_name',
  'name',
  'mail',
  'description',
  'mail_nickname',
  'kind',
  'flags',
  'rule',
  'rule_state',
  'created_at',
] as const satisfies readonly (keyof GroupValues)[];

const personColumns = [
  'sort_name',
  'name',
  'upn',
  'mail',
  'job_title',
  'addresses',
  'guest',
  'enabled',
  'former',
] as const;

/** Weights of `Steps`: an object with its indexes costs about as much as four memberships. */
const objectWeight = 4;
const membersPerStep = 250;

/** Writes what a page says. Writing a page twice, or in another order of groups, changes nothing. */
export function createPageWriter(
  database: Database,
  { objects, failed }: { readonly objects: Objects; readonly failed: FailedGroups },
) {
  const memberships = createMemberships(database);
  const idOf = database
    .prepare(
      `SELECT id FROM object WHERE no = $no UNION ALL SELECT id FROM new_object WHERE no = $no`,
    )
    .pluck();
  const groupSearch = createSearchIndex(database, {
    table: 'grp',
    columns: groupColumns,
    textColumns: ['name', 'mail', 'description', 'id'],
    texts: ([, name, mail, description], no) => [
      name ?? '',
      mail ?? '',
      description ?? '',
      String(idOf.get({ no })),
    ],
  });
  const personSearch = createSearchIndex(database, {
    table: 'person',
    columns: personColumns,
    textColumns: ['name', 'upn', 'addresses'],
    texts: ([, name, upn, mail, , addresses, , , former]) => [
      name ?? '',
      upn ?? '',
      [mail, addresses, former].filter(Boolean).join('\n'),
    ],
  });
  const groups = createVersions(database, {
    name: 'grp',
    columns: groupColumns,
    search: groupSearch,
  });
  const people = createVersions(database, {
    name: 'person',
    columns: personColumns,
    search: personSearch,
  });
  const things = createVersions(database, {
    name: 'thing',
    columns: ['type', 'name', 'mail', 'enabled'],
  });

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
      if (groups.remove(run, no)) {
        counts.removals += 1;
        memberships.touchGroupsOf(run, no);
      }
      memberships.touch(run, no);
      yield objectWeight;
      return;
    }
    const before = change.values ? null : groups.get(no);
    if (change.values || !before || before.seenIn !== run.no) {
      const values = change.values
        ? groupColumns.map((column) => change.values?.[column] ?? null)
        : (before?.values ?? groupColumns.map((column) => unnamedGroup[column]));
      const written = groups.put(run, no, values);
      if (written !== 'again') counts.groups += 1;
      if (written === 'appeared') {
        memberships.touchGroupsOf(run, no);
        memberships.touch(run, no);
        noteReturn(run, change.values?.created_at ?? null);
      }
      if (written === 'changed') memberships.touch(run, no);
    }
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
      if (people.remove(run, no)) {
        counts.removals += 1;
        memberships.touchGroupsOf(run, no);
      }
    } else {
      const former = formerAddresses(before(people.get(no)), change.values);
      const values = personColumns.map((column): Column =>
        column === 'former' ? former : change.values[column],
      );
      const written = people.put(run, no, values);
      if (written !== 'again') counts.people += 1;
      if (written === 'appeared') {
        memberships.touchGroupsOf(run, no);
        noteReturn(run, change.createdAt);
      }
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
      const { name, mail, enabled } = change.values;
      if (things.put(run, no, [type, name, mail, enabled]) !== 'again') counts.things += 1;
    }
    yield objectWeight;
  }

  /** Its members are read by a list. A hidden membership is not told: it is marked, not asked for. */
  const planList = (run: OpenRun, { id, removed, values }: GroupChange): void => {
    const isHidden = ((values?.flags ?? 0) & flagBit('hidden')) !== 0;
    if (removed || (isHidden && !run.readsHidden)) return;
    addListed.run(run.no, objects.number(run, id, objectType.group));
  };

  return {
    writeGroup,
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
      for (const { id, problem } of page.failedGroups) {
        const no = objects.number(run, id, objectType.group);
        const known = groups.get(no)?.values;
        groups.put(run, no, known ?? groupColumns.map((column) => unnamedGroup[column]));
        failed.fail(run, no, problem);
        memberships.touch(run, no);
        yield objectWeight;
      }
    },
  };
}

export type PageWriter = ReturnType<typeof createPageWriter>;

/** What the cache knows of a person's addresses before this change. */
function before(row: LiveRow | null): Parameters<typeof formerAddresses>[0] {
  if (!row) return null;
  const [, , upn, mail, , addresses, , , former] = row.values;
  return {
    upn: textOrNull(upn),
    mail: textOrNull(mail),
    addresses: textOrNull(addresses) ?? '',
    former: textOrNull(former) ?? '',
  };
}

function textOrNull(value: Column | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
