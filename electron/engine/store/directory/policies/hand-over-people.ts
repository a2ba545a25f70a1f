import type { SinceHandOver } from '../../../../contract/policy.ts';
import type { HandOverPerson } from '../../../directory/policies/store.ts';
import type { Database } from '../../database/open.ts';
import { numbersOf } from '../read/name-order.ts';
import { seenAt } from '../read/nesting.ts';
import type { MarkedGroup, PolicyView } from './policy-groups.ts';
import type { SyncPoint } from './policy-people.ts';

type PersonName = SinceHandOver['groups'][number]['peopleAdded'][number];

interface PersonNameColumns {
  readonly id: string;
  readonly upn: string | null;
  readonly name: string | null;
  readonly enabled: number | null;
}

/** Reads the people of marked groups for a hand-over. */
export function createHandOverPeople(database: Database) {
  const rowOf = database.prepare(
    `SELECT o.id, p.upn, p.name, p.enabled FROM person p CROSS JOIN object o ON o.no = p.no
     WHERE p.row = ?`,
  );
  const readIds = database.prepare(
    `SELECT json_group_array(o.no) AS numbers, json_group_array(o.id) AS ids
     FROM object o WHERE o.tenant_no = ?`,
  );
  const byId = database.prepare(
    `SELECT o.id, p.upn, p.name, p.enabled FROM object o
       CROSS JOIN person p ON p.no = o.no AND ${seenAt('p')}
     WHERE o.tenant_no = $tenant AND o.id = $id`,
  );

  /** The person with this rank, without groups. */
  const person = (view: PolicyView, rank: number): Omit<HandOverPerson, 'groupIds'> => {
    const row = rowOf.get(view.people.order.rows[rank]) as PersonNameColumns;
    return {
      id: row.id,
      userPrincipalName: row.upn,
      displayName: row.name,
      enabled: row.enabled === null ? null : row.enabled === 1,
    };
  };

  return {
    person,
    /** All object ids by rank, in one query: ten times faster than one by one. */
    ids(view: PolicyView, at: SyncPoint): readonly string[] {
      const read = readIds.get(at.no) as { readonly numbers: string; readonly ids: string };
      const ids = JSON.parse(read.ids) as string[];
      const found: string[] = [];
      for (const [place, no] of numbersOf(read.numbers).entries()) {
        const rank = view.people.rankOfNo(no);
        if (rank >= 0) found[rank] = ids[place] ?? '';
      }
      return found;
    },
    /** The name of a person who is in the tenant. */
    name(at: SyncPoint, id: string): PersonName {
      const row = byId.get({ tenant: at.no, sync: at.sync, id }) as PersonNameColumns;
      return { id, userPrincipalName: row.upn, displayName: row.name };
    },
    /**
     * People of `of` from the rank `start` on, each with those of `groups` that they are in. However large a
     * group is, only the people who can be on the page are read.
     */
    page(
      view: PolicyView,
      groups: readonly MarkedGroup[],
      { of, start, limit }: { of: readonly MarkedGroup[]; start: number; limit: number },
    ): { readonly people: HandOverPerson[]; readonly next: number | null } {
      const upcoming = of.flatMap(({ ranks }) => {
        const first = firstFrom(ranks, start);
        return [...ranks.subarray(first, first + limit + 1)];
      });
      const ranks = [...new Set(upcoming)].sort((a, b) => a - b).slice(0, limit + 1);
      const next = ranks.length > limit ? (ranks.pop() ?? null) : null;
      const idsOf = new Map(ranks.map((rank) => [rank, [] as string[]]));
      const end = (ranks.at(-1) ?? -1) + 1;
      for (const group of groups) {
        const [first, last] = [firstFrom(group.ranks, start), firstFrom(group.ranks, end)];
        for (const one of group.ranks.subarray(first, last)) idsOf.get(one)?.push(group.id);
      }
      const people = [...idsOf].map(([rank, groupIds]) => ({ ...person(view, rank), groupIds }));
      return { people, next };
    },
  };
}

/** The position of the first rank that is not below `least`, in ascending ranks. */
function firstFrom(ranks: Int32Array, least: number): number {
  let [low, high] = [0, ranks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranks[middle] ?? least) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
