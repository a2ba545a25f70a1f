import type { MemberWindow } from '../../../contract/directory.ts';
import type { ParsedMemberQuery } from '../../groups/store.ts';
import type { Database } from '../database/open.ts';
import { objectType } from './codes.ts';
import { insideGroup, peopleInside, seenAt } from './nesting.ts';
import { memberRow } from './person-rows.ts';
import type { MemberColumns } from './person-rows.ts';
import { sortName } from './search-text.ts';
import { createStatements } from './statements.ts';

/**
 * Direct members of every type. People and groups that are no longer in the tenant are left out:
 * delta goes on listing soft-deleted ones (entra-graph §4.5).
 */
const direct = `SELECT o.id, o.type, coalesce(p.name, g.name, d.name) AS name, p.upn,
    coalesce(p.mail, g.mail, d.mail) AS mail, p.guest, coalesce(p.enabled, d.enabled) AS enabled,
    coalesce(p.sort_name, g.sort_name, lower(d.name), '') AS sort_name
  FROM membership m
    CROSS JOIN object o ON o.no = m.member_no
    LEFT JOIN person p ON p.no = m.member_no AND ${seenAt('p')}
    LEFT JOIN grp g ON g.no = m.member_no AND ${seenAt('g')}
    LEFT JOIN thing d ON d.no = m.member_no AND ${seenAt('d')}
  WHERE m.group_no = $group AND ${seenAt('m')}
    AND NOT (o.type = ${objectType.user} AND p.row IS NULL)
    AND NOT (o.type = ${objectType.group} AND g.row IS NULL)`;

/** People through nesting, each once. */
const effective = `SELECT o.id, o.type, p.name, p.upn, p.mail, p.guest, p.enabled, p.sort_name
  FROM ${peopleInside} e
    CROSS JOIN person p ON p.no = e.no AND ${seenAt('p')}
    CROSS JOIN object o ON o.no = e.no`;

/** In a list that is this small nothing needs an index: the typed text may stand anywhere. */
const filter = `($search = '' OR instr(sort_name, $search) OR instr(lower(upn), $search)
  OR instr(lower(mail), $search) OR id = $search)`;

/** Windows into the members of one group: of every type, sorted by name. */
export function createMemberList(database: Database) {
  const statement = createStatements(database);
  return (query: ParsedMemberQuery, groupNo: number, sync: number): MemberWindow => {
    const [before, from] =
      query.scope === 'direct' ? ['', `(${direct})`] : [insideGroup, `(${effective})`];
    const values = { group: groupNo, sync, search: sortName(query.search.trim()) };
    const total = statement(`${before} SELECT count(*) AS total FROM ${from} WHERE ${filter}`).get(
      values,
    ) as { total: number };
    const rows = statement(
      `${before} SELECT id, type, name, upn, mail, guest, enabled FROM ${from} WHERE ${filter}
       ORDER BY sort_name, id LIMIT $limit OFFSET $offset`,
    ).all({ ...values, limit: query.limit, offset: query.offset }) as MemberColumns[];
    return { total: total.total, rows: rows.map(memberRow) };
  };
}
