import type { PersonGroup } from '../../../../contract/directory.ts';
import type { CachedPersonGroups } from '../../../directory/read/person-store.ts';
import type { Database } from '../../database/open.ts';
import { createFindPerson } from './find-person.ts';
import { createGroupLinks } from './group-links.ts';
import { groupRow } from './group-rows.ts';
import type { GroupColumns } from './group-rows.ts';
import { personRow } from './person-rows.ts';
import type { TenantView } from './tenant-views.ts';

/** A group on the way up, and the group that led to it: null for a direct membership. */
interface Reached {
  readonly row: GroupColumns;
  readonly by: Reached | null;
}

/**
 * Finds a person's groups with the shortest path to each.
 *
 * Breadth first, one level of nesting at a time: the first path to a group is a shortest one. Among paths of
 * the same length, the one whose groups come first by name.
 */
export function createPersonGroups(database: Database) {
  const findPerson = createFindPerson(database);
  const links = createGroupLinks(database);

  return (view: TenantView, personId: string): CachedPersonGroups | null => {
    const person = findPerson(view, personId);
    if (!person) return null;
    const above = (no: number): GroupColumns[] => links.above(no, view.sync);

    const reached = new Map<number, Reached>();
    let level = above(person.no).map((row): Reached => ({ row, by: null }));
    while (level.length > 0) {
      const fresh = level.filter(({ row }) => !reached.has(row.no));
      const kept = fresh.filter((group) => {
        if (reached.has(group.row.no)) return false;
        reached.set(group.row.no, group);
        return true;
      });
      level = kept.flatMap((by) => above(by.row.no).map((row) => ({ row, by })));
    }
    const groups = [...reached.values()].map((group): PersonGroup => ({
      group: groupRow(group.row, view),
      direct: group.by === null,
      path: pathOf(group),
    }));
    return {
      person: personRow(person, view.tenantId),
      syncedAt: view.syncedAt,
      groups: groups.sort((a, b) => compareText(a.group.displayName, b.group.displayName)),
    };
  };
}

function pathOf(group: Reached): PersonGroup['path'] {
  const step = { id: group.row.id, displayName: group.row.name };
  return group.by ? [...pathOf(group.by), step] : [step];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
