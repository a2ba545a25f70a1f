import type { SinceHandOver } from '../../../../contract/policy.ts';
import type { Snapshot } from './hand-over-snapshot.ts';

type GroupSince = SinceHandOver['groups'][number];
type PersonName = GroupSince['peopleAdded'][number];
type SnapshotGroup = Snapshot['groups'][number];

/** A marked group now; `people` is null if the group no longer exists. */
export interface GroupNow {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  /** Object ids of its people, sorted by name. */
  readonly people: readonly string[] | null;
}

/** Differences between the groups now and at a hand-over, by group; names at most `limit` people. */
export function sinceHandOver(
  now: readonly GroupNow[],
  before: Snapshot,
  nameOf: (personId: string) => PersonName,
  limit: number,
): GroupSince[] {
  const earlier = new Map(before.groups.map((group) => [group.id, group]));
  const marked = new Set(now.map(({ id }) => id));
  const entry = (
    group: Pick<GroupNow, 'id' | 'label' | 'name'>,
    added: readonly string[],
    removed: readonly Snapshot['people'][number][],
    change: GroupSince['change'],
  ): GroupSince => ({
    id: group.id,
    displayName: group.name,
    label: group.label,
    change,
    added: added.length,
    removed: removed.length,
    peopleAdded: added.slice(0, limit).map(nameOf),
    peopleRemoved: removed.slice(0, limit).map(([id, userPrincipalName, displayName]) => ({
      id,
      userPrincipalName,
      displayName,
    })),
  });
  const peopleOf = (group: SnapshotGroup): Snapshot['people'] =>
    group.people.flatMap((place) => before.people.slice(place, place + 1));

  const current = now.map((group): GroupSince => {
    const then = earlier.get(group.id);
    const people = group.people ?? [];
    if (!then) return entry(group, people, [], 'marked');
    const were = peopleOf(then);
    const wereIds = new Set(were.map(([id]) => id));
    const areIds = new Set(people);
    const added = people.filter((id) => !wereIds.has(id));
    const removed = were.filter(([id]) => !areIds.has(id));
    return entry(group, added, removed, changeOf(group, then, added.length + removed.length > 0));
  });
  const unmarked = before.groups
    .filter(({ id }) => !marked.has(id))
    .map((group) => entry(group, [], peopleOf(group), 'unmarked'));
  return [...current, ...unmarked];
}

function changeOf(now: GroupNow, then: SnapshotGroup, peopleDiffer: boolean): GroupSince['change'] {
  if (now.people === null && !then.gone) return 'gone';
  if (now.name !== then.name || now.label !== then.label) return 'renamed';
  return peopleDiffer || (then.gone && now.people !== null) ? 'people' : 'same';
}
