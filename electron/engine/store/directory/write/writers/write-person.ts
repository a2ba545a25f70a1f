import type { Steps } from '../../../database/in-steps.ts';
import { formerAddresses } from '../../pages/former-addresses.ts';
import { personValues } from '../../pages/person-page.ts';
import type { PersonChange } from '../../pages/person-page.ts';
import { objectType } from '../../schema/codes.ts';
import type { Memberships } from '../objects/memberships.ts';
import type { NoteReturn } from '../objects/note-return.ts';
import { objectWeight } from '../objects/object-tables.ts';
import type { ObjectTables } from '../objects/object-tables.ts';
import type { Objects } from '../objects/objects.ts';
import type { OpenRun } from '../syncs/open-run.ts';
import type { PageCounts } from '../syncs/page-counts.ts';
import { incompleteObject } from '../objects/unread-objects.ts';
import type { UnreadObjects } from '../objects/unread-objects.ts';
import type { Column, Values } from '../objects/versions.ts';

const unnamedPerson = { ...personValues({ id: '' }, null), former: '' };

/** Writes a person and their former addresses. */
export function createPersonWriter(
  people: ObjectTables['people'],
  parts: {
    readonly objects: Objects;
    readonly memberships: Memberships;
    readonly unread: UnreadObjects;
    readonly noteReturn: NoteReturn;
  },
) {
  const { objects, memberships, unread, noteReturn } = parts;

  function put(run: OpenRun, no: number, change: PersonChange, counts: PageCounts): void {
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

  return {
    *write(run: OpenRun, change: PersonChange, counts: PageCounts): Steps<void> {
      const no = objects.number(run, change.id, objectType.user);
      if (change.removed) {
        unread.clear(run, 'user', change.id);
        if (people.remove(run, no)) {
          counts.removals += 1;
          memberships.touchGroupsOf(run, no);
        }
      } else {
        put(run, no, change, counts);
      }
      yield objectWeight;
    },
    /** The person can't be read: known values remain; a new person is added without properties. */
    keep(run: OpenRun, id: string): void {
      const no = objects.number(run, id, objectType.user);
      const known = people.get(no);
      people.put(run, no, known?.values ?? unnamedPerson, known);
    },
  };
}

/** A person's addresses in the cache before this change. */
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
