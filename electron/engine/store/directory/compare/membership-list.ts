import type { Database } from '../../database/open.ts';
import { numbersOf } from '../read/name-order.ts';
import { numbersOfPair } from './changed-memberships.ts';
import type { ChangedMemberships } from './changed-memberships.ts';
import type { SyncPair } from './sync-pair.ts';

/** Changed memberships sorted by the name of the group, then of the member; 9 bytes each. */
export interface MembershipList {
  readonly length: number;
  readonly groups: Int32Array;
  readonly members: Int32Array;
  kindAt(place: number): 'added' | 'removed';
}

/** Encodes the ranks of a group and a member and the kind of change as one exact number. */
const memberRange = 2 ** 26;

/** A column of an object at the later sync, or else at the earlier one: arguments of `coalesce`. */
export function laterOrEarlier(column: string, table: string, no: string): string {
  return ['$to', '$from']
    .map(
      (sync) => `(SELECT ${column} FROM ${table} x
         WHERE x.no = ${no} AND x.added_in <= ${sync} AND x.removed_in > ${sync})`,
    )
    .join(', ');
}

/** Sorts changed memberships by names, and searches them. */
export function createMembershipLists(database: Database) {
  const byName = (names: readonly string[], addresses: string) => {
    const named = `SELECT j.value AS no, coalesce(${names.join(', ')}, '') AS name
       FROM json_each($numbers) j`;
    const found = `instr(name, $search) OR instr(coalesce(${addresses}, ''), $search)`;
    return {
      sorted: database
        .prepare(`SELECT json_group_array(no) FROM (${named} ORDER BY name, no)`)
        .pluck(),
      matching: database
        .prepare(`SELECT json_group_array(no) FROM (${named}) j WHERE ${found}`)
        .pluck(),
    };
  };
  const groupNames = byName(
    [laterOrEarlier('sort_name', 'grp', 'j.value')],
    laterOrEarlier('lower(mail)', 'grp', 'j.no'),
  );
  const memberNames = byName(
    [
      laterOrEarlier('sort_name', 'person', 'j.value'),
      laterOrEarlier('sort_name', 'grp', 'j.value'),
      laterOrEarlier('lower(name)', 'thing', 'j.value'),
    ],
    laterOrEarlier(`lower(concat_ws(' ', upn, mail))`, 'person', 'j.no'),
  );
  const syncsOf = ({ from, to }: SyncPair) => ({ from, to });

  return {
    sorted(pair: SyncPair, { added, removed }: ChangedMemberships): MembershipList {
      const changed = [
        ...added.map((numbers) => ({ ...numbersOfPair(numbers), came: 1 })),
        ...removed.map((numbers) => ({ ...numbersOfPair(numbers), came: 0 })),
      ];
      const order = (names: typeof groupNames, numbers: readonly number[]) =>
        numbersOf(names.sorted.get({ ...syncsOf(pair), numbers: distinct(numbers) }));
      const groups = order(
        groupNames,
        changed.map(({ group }) => group),
      );
      const members = order(
        memberNames,
        changed.map(({ member }) => member),
      );
      const groupRanks = new Map(groups.map((no, rank) => [no, rank]));
      const memberRanks = new Map(members.map((no, rank) => [no, rank]));
      const keys = Float64Array.from(changed, ({ group, member, came }) => {
        const rank = (groupRanks.get(group) ?? 0) * memberRange + (memberRanks.get(member) ?? 0);
        return rank * 2 + came;
      }).sort();
      const rankOf = (key: number): number => Math.floor(key / 2);
      const cameAt = Uint8Array.from(keys, (key) => key % 2);
      return {
        length: keys.length,
        groups: Int32Array.from(keys, (key) => groups[Math.floor(rankOf(key) / memberRange)] ?? 0),
        members: Int32Array.from(keys, (key) => members[rankOf(key) % memberRange] ?? 0),
        kindAt: (place) => (cameAt[place] === 1 ? 'added' : 'removed'),
      };
    },
    /**
     * Positions in the list whose group or member has the text in its name or address; `text` is folded
     * (`sortName`).
     */
    matching: (list: MembershipList, text: string, pair: SyncPair): Int32Array => {
      const found = (names: typeof groupNames, numbers: Int32Array) =>
        new Set(
          numbersOf(
            names.matching.get({ ...syncsOf(pair), numbers: distinct(numbers), search: text }),
          ),
        );
      const groups = found(groupNames, list.groups);
      const members = found(memberNames, list.members);
      return Int32Array.from(list.groups.keys()).filter(
        (place) => groups.has(list.groups[place] ?? 0) || members.has(list.members[place] ?? 0),
      );
    },
  };
}

function distinct(numbers: Iterable<number>): string {
  return JSON.stringify([...new Set(numbers)]);
}
