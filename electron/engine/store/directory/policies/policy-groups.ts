import type { Database } from '../../database/open.ts';
import { objectType } from '../schema/codes.ts';
import { numbersOf } from '../read/name-order.ts';
import { seenAt } from '../read/nesting.ts';
import { createPeopleAt } from './policy-people.ts';
import type { PeopleAt, SyncPoint } from './policy-people.ts';

/** A marked group with its people, as a sync saw it. */
export interface MarkedGroup {
  readonly no: number;
  readonly id: string;
  /** The group itself and every group nested in it, by the store's numbers. */
  readonly inside: readonly number[];
  /** Its people, including nested groups, each once, as ascending ranks. */
  readonly ranks: Int32Array;
  /** How many of them are direct members. */
  readonly direct: number;
}

/** What the policy queries need of one tenant at one sync. */
export interface PolicyView {
  readonly people: PeopleAt;
  /** The groups with these ids that exist in the tenant, in the order of the ids. */
  groups(ids: readonly string[]): readonly MarkedGroup[];
}

/** Syncs in memory: that of the displayed customer, and one that is being handed over. */
const keptViews = 2;
/** Groups in memory for each sync: about four bytes a person. */
const keptGroups = 500;

/**
 * Reads marked groups and caches them: what a sync shows never changes, and marking another group reads only
 * that group.
 *
 * The people of a group are defined by `nesting.ts`. With the numbers of all people in memory, only members
 * that are not people need a lookup, so a group of 10,000 people is one query.
 */
export function createPolicyViews(database: Database): (at: SyncPoint) => PolicyView {
  const peopleAt = createPeopleAt(database);
  const find = database
    .prepare(
      `SELECT g.no FROM object x CROSS JOIN grp g ON g.no = x.no AND ${seenAt('g')}
       WHERE x.tenant_no = $tenant AND x.id = $id`,
    )
    .pluck();
  const membersOf = database
    .prepare(
      `SELECT json_group_array(m.member_no) FROM membership m
       WHERE m.group_no = $group AND ${seenAt('m')}`,
    )
    .pluck();
  const groupByNo = database
    .prepare(
      `SELECT 1 FROM object o CROSS JOIN grp g ON g.no = o.no AND ${seenAt('g')}
       WHERE o.no = $no AND o.type = ${objectType.group}`,
    )
    .pluck();

  const open = ({ no: tenant, sync }: SyncPoint): PolicyView => {
    const people = peopleAt({ no: tenant, sync });
    const nestable = new Map<number, boolean>();
    const isGroup = (no: number): boolean => {
      const known = nestable.get(no) ?? groupByNo.get({ no, sync }) !== undefined;
      nestable.set(no, known);
      return known;
    };
    const read = (id: string): MarkedGroup | null => {
      const no = find.get({ tenant, id, sync }) as number | undefined;
      if (no === undefined) return null;
      const among = new Uint8Array(people.order.rows.length);
      const inside = new Set([no]);
      let count = 0;
      let direct = 0;
      for (const group of inside) {
        for (const member of numbersOf(membersOf.get({ group, sync }))) {
          const rank = people.rankOfNo(member);
          if (rank < 0) {
            if (isGroup(member)) inside.add(member);
          } else if (among[rank] === 0) {
            among[rank] = 1;
            count += 1;
          }
        }
        if (group === no) direct = count;
      }
      return { no, id, inside: [...inside], ranks: placesOfOnes(among, count), direct };
    };
    const kept = new Map<string, MarkedGroup | null>();
    return {
      people,
      groups: (ids) => {
        if (kept.size > keptGroups) kept.clear();
        return ids.flatMap((id) => {
          const known = kept.get(id);
          const group = known === undefined ? read(id) : known;
          kept.set(id, group);
          return group ?? [];
        });
      },
    };
  };

  const views = new Map<string, PolicyView>();
  return (at) => {
    const key = `${at.no}@${at.sync}`;
    const view = views.get(key) ?? open(at);
    views.delete(key);
    views.set(key, view);
    const [oldest] = views.keys();
    if (views.size > keptViews && oldest !== undefined) views.delete(oldest);
    return view;
  };
}

function placesOfOnes(flags: Uint8Array, count: number): Int32Array {
  const places = new Int32Array(count);
  let next = 0;
  for (const [place, flag] of flags.entries()) {
    if (flag === 0) continue;
    places[next] = place;
    next += 1;
  }
  return places;
}

/** In how many of the groups each person is, by rank. */
export function timesMarked(view: PolicyView, groups: readonly MarkedGroup[]): Uint16Array {
  const times = new Uint16Array(view.people.order.rows.length);
  for (const { ranks } of groups) {
    for (const rank of ranks) times[rank] = (times[rank] ?? 0) + 1;
  }
  return times;
}
