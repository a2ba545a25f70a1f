import type { Database } from '../../database/open.ts';
import { objectType } from '../schema/codes.ts';
import { numbersOf } from './name-order.ts';
import { insideGroup, peopleInside, seenAt } from './nesting.ts';
import type { MemberColumns } from './person-rows.ts';

/** The versions of a member `o` at `$sync`; at most one of these joins finds a row. */
const versions = `LEFT JOIN person p ON p.no = o.no AND ${seenAt('p')}
    LEFT JOIN grp g ON g.no = o.no AND ${seenAt('g')}
    LEFT JOIN thing d ON d.no = o.no AND ${seenAt('d')}`;

const columns = `o.id, o.type, coalesce(p.name, g.name, d.name) AS name, p.upn,
    coalesce(p.mail, g.mail, d.mail) AS mail, p.guest, coalesce(p.enabled, d.enabled) AS enabled`;

/**
 * Direct members of every type. Skips people and groups that are no longer in the tenant, because delta
 * continues to list soft-deleted ones.
 */
const direct = `SELECT o.no, ${columns},
    coalesce(p.sort_name, g.sort_name, lower(d.name), '') AS sort_name
  FROM membership m CROSS JOIN object o ON o.no = m.member_no ${versions}
  WHERE m.group_no = $group AND ${seenAt('m')}
    AND NOT (o.type = ${objectType.user} AND p.row IS NULL)
    AND NOT (o.type = ${objectType.group} AND g.row IS NULL)`;

/** People, including those in nested groups, each once. */
const effective = `SELECT o.no, o.id, o.type, p.name, p.upn, p.mail, p.guest, p.enabled, p.sort_name
  FROM ${peopleInside} e
    CROSS JOIN person p ON p.no = e.no AND ${seenAt('p')}
    CROSS JOIN object o ON o.no = e.no`;

/**
 * SQL for the members of `$group` at `$sync`: the start of a query (`with`) and what it reads from (`from`).
 */
export const memberSources = {
  direct: { with: '', from: `(${direct})` },
  effective: { with: insideGroup, from: `(${effective})` },
} as const;

/** Which members of which group, at which sync. */
export interface MemberScope {
  readonly group: number;
  readonly sync: number;
  readonly scope: keyof typeof memberSources;
}

/** Orders in memory: both scopes of the displayed group, and one of a group that is being exported. */
const keptOrders = 3;

/**
 * Sorts the members of a group by name, in memory: 8 bytes a member. They are sorted once, so reading a whole
 * group window by window costs as much as reading each row once.
 *
 * What a sync shows never changes, and the number of a sync is never reused. Call in the transaction that
 * reads the rows.
 */
export function createMemberOrders(database: Database) {
  const readOrder = (scope: MemberScope['scope']) => {
    const source = memberSources[scope];
    return database
      .prepare(
        `${source.with} SELECT json_group_array(no)
         FROM (SELECT no FROM ${source.from} ORDER BY sort_name, id)`,
      )
      .pluck();
  };
  const read = { direct: readOrder('direct'), effective: readOrder('effective') };
  const rowOf = database.prepare(`SELECT ${columns} FROM object o ${versions} WHERE o.no = $no`);
  const kept = new Map<string, Float64Array>();

  return {
    /** The store's numbers of all members, sorted by name. */
    order({ group, sync, scope }: MemberScope): Float64Array {
      const key = `${group}@${sync} ${scope}`;
      const order = kept.get(key) ?? Float64Array.from(numbersOf(read[scope].get({ group, sync })));
      kept.delete(key);
      kept.set(key, order);
      const [oldest] = kept.keys();
      if (kept.size > keptOrders && oldest !== undefined) kept.delete(oldest);
      return order;
    },
    /** The members with these numbers. */
    rows: (numbers: Float64Array, sync: number): MemberColumns[] =>
      Array.from(numbers, (no) => rowOf.get({ no, sync }) as MemberColumns),
  };
}
