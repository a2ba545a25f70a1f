import type { MemberWindow } from '../../../../contract/directory.ts';
import type { ParsedMemberQuery } from '../../../directory/read/group-store.ts';
import type { Database } from '../../database/open.ts';
import { createMemberOrders, memberSources } from './member-order.ts';
import { memberRow } from './person-rows.ts';
import type { MemberColumns } from './person-rows.ts';
import { sortName } from './search-text.ts';
import { createStatements } from './statements.ts';

/** A list this small needs no index: the text may be anywhere in the fields. */
const filter = `(instr(sort_name, $search) OR instr(lower(upn), $search)
  OR instr(lower(mail), $search) OR id = $search)`;

/** Reads windows of one group's members of every type, sorted by name. */
export function createMemberList(database: Database) {
  const statement = createStatements(database);
  const orders = createMemberOrders(database);
  return (query: ParsedMemberQuery, groupNo: number, sync: number): MemberWindow => {
    const { scope, offset, limit } = query;
    const search = sortName(query.search.trim());
    if (search === '') {
      const order = orders.order({ group: groupNo, sync, scope });
      const rows = orders.rows(order.subarray(offset, offset + limit), sync);
      return { total: order.length, rows: rows.map(memberRow) };
    }
    const source = memberSources[scope];
    const values = { group: groupNo, sync, search };
    const total = statement(
      `${source.with} SELECT count(*) AS total FROM ${source.from} WHERE ${filter}`,
    ).get(values) as { total: number };
    const rows = statement(
      `${source.with} SELECT id, type, name, upn, mail, guest, enabled FROM ${source.from}
       WHERE ${filter} ORDER BY sort_name, id LIMIT $limit OFFSET $offset`,
    ).all({ ...values, limit, offset }) as MemberColumns[];
    return { total: total.total, rows: rows.map(memberRow) };
  };
}
