import type { GroupRow, GroupWindow } from '../../../contract/directory.ts';
import type { ParsedGroupQuery } from '../../groups/store.ts';
import type { Database } from '../database/open.ts';
import { flagBit, groupKinds } from './codes.ts';
import { groupColumns, groupJoins, groupRow } from './group-rows.ts';
import type { GroupColumns } from './group-rows.ts';
import { textSearch } from './search-text.ts';
import { createStatements } from './statements.ts';
import { createTenantViews, rowsOf } from './tenant-views.ts';
import type { Scope } from './tenant-views.ts';

/** A part of a WHERE clause and its parameters, by name. */
interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const seen = 'g.added_in <= t.current_sync AND g.removed_in > t.current_sync';

/** Windows into the list of groups. */
export function createGroupList(database: Database) {
  const views = createTenantViews(database);
  const statement = createStatements(database);

  return (query: ParsedGroupQuery): GroupWindow => {
    const scope = views.scope(query.tenantId);
    if (scope.views.length === 0) return { total: 0, rows: [], age: scope.age };
    const search = textSearch(query.search);
    const where = conditions(query, scope);
    const filters = where.map(({ sql }) => sql).join(' AND ');
    const values = Object.assign({}, ...where.map((part) => part.values)) as Condition['values'];
    const page = { ...values, limit: query.limit, offset: query.offset };
    const direction = query.descending ? 'DESC' : 'ASC';

    if (search.kind === 'match') {
      const [first, last] = rowsOf(scope);
      const match = { match: search.expression, first, last };
      const plain = where.length === 1 && scope.views.every((view) => view.searchIsClean);
      const hits = `(SELECT rowid AS hit FROM grp_search
         WHERE grp_search MATCH $match AND rowid BETWEEN $first AND $last) h`;
      const total = plain
        ? statement(
            `SELECT count(*) AS total FROM grp_search
             WHERE grp_search MATCH $match AND rowid BETWEEN $first AND $last`,
          ).get(match)
        : statement(
            `SELECT count(*) AS total FROM ${hits} CROSS JOIN grp g ON g.row = h.hit ${groupJoins} WHERE ${filters}`,
          ).get({ ...values, ...match });
      const rows = statement(
        `SELECT ${groupColumns} FROM ${hits} CROSS JOIN grp g ON g.row = h.hit ${groupJoins}
         WHERE ${filters} ORDER BY ${sortOfMatches(query.sort, direction)} LIMIT $limit OFFSET $offset`,
      ).all({ ...page, ...match });
      return windowOf(total, rows, scope);
    }
    const everything = where.length === 1;
    const total = everything
      ? { total: scope.views.reduce((sum, view) => sum + view.groups, 0) }
      : statement(`SELECT count(*) AS total FROM grp g ${groupJoins} WHERE ${filters}`).get(values);
    const rows = statement(
      `SELECT ${groupColumns} FROM ${source(query, scope)} WHERE ${filters}
       ORDER BY ${sortOfAll(query.sort, direction)} LIMIT $limit OFFSET $offset`,
    ).all(page);
    return windowOf(total, rows, scope);
  };
}

/** The first condition is what can be seen at all; the others are what was asked for. */
function conditions(query: ParsedGroupQuery, scope: Scope): Condition[] {
  const [only, ...others] = scope.views;
  const found: Condition[] = [
    only && others.length === 0
      ? { sql: `${seen} AND g.tenant_no = $tenant`, values: { tenant: only.no } }
      : { sql: seen, values: {} },
  ];
  const search = textSearch(query.search);
  if (search.kind === 'prefix') {
    found.push({
      sql: 'g.sort_name >= $from AND g.sort_name < $to',
      values: { from: search.from, to: search.to },
    });
  }
  if (query.kinds.length > 0) {
    const codes = query.kinds.map((kind) => groupKinds.indexOf(kind));
    found.push({ sql: `g.kind IN (${codes.join(', ')})`, values: {} });
  }
  const bits = query.flags.reduce((sum, flag) => sum | flagBit(flag), 0);
  if (bits > 0) found.push({ sql: 'g.flags & $bits = $bits', values: { bits } });
  if (query.emptyOnly) found.push({ sql: 'coalesce(s.members, 0) = 0', values: {} });
  return found;
}

/**
 * Where rows come from when no text is looked for. In one customer the index of the sort decides
 * the order of reading; over several, all that can be seen is sorted.
 */
function source(query: ParsedGroupQuery, scope: Scope): string {
  const isOne = scope.views.length === 1;
  if (query.sort === 'members') {
    return `group_size s ${isOne ? 'INDEXED BY group_size_by_members' : ''}
      CROSS JOIN tenant t ON t.no = s.tenant_no
        AND s.added_in <= t.current_sync AND s.removed_in > t.current_sync
        ${isOne ? 'AND s.tenant_no = $tenant' : ''}
      CROSS JOIN grp g ON g.no = s.group_no
      CROSS JOIN object o ON o.no = g.no
      LEFT JOIN failed_group f ON f.group_no = g.no`;
  }
  return `grp g ${isOne ? `INDEXED BY grp_by_${query.sort}` : ''} ${groupJoins}`;
}

function sortOfAll(sort: ParsedGroupQuery['sort'], direction: 'ASC' | 'DESC'): string {
  if (sort === 'members') return `s.members ${direction}, s.group_no ${direction}`;
  return sort === 'kind'
    ? `g.kind ${direction}, g.sort_name ${direction}`
    : `g.sort_name ${direction}`;
}

function sortOfMatches(sort: ParsedGroupQuery['sort'], direction: 'ASC' | 'DESC'): string {
  if (sort === 'members') return `members ${direction}, g.no ${direction}`;
  return sort === 'kind'
    ? `g.kind ${direction}, g.sort_name ${direction}`
    : `g.sort_name ${direction}`;
}

function windowOf(total: unknown, rows: readonly unknown[], scope: Scope): GroupWindow {
  const found = (rows as GroupColumns[]).flatMap((row): GroupRow[] => {
    const view = scope.byNo.get(row.tenant_no);
    return view ? [groupRow(row, view)] : [];
  });
  return { total: (total as { total: number }).total, rows: found, age: scope.age };
}
