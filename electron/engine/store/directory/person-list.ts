import type { PersonRow, PersonWindow } from '../../../contract/directory.ts';
import type { ParsedPersonQuery } from '../../users/store.ts';
import type { Database } from '../database/open.ts';
import { personColumns, personRow } from './person-rows.ts';
import type { PersonColumns } from './person-rows.ts';
import { textSearch } from './search-text.ts';
import { createStatements } from './statements.ts';
import { createTenantViews, rowsOf } from './tenant-views.ts';
import type { Scope } from './tenant-views.ts';

const joins = `CROSS JOIN tenant t ON t.no = p.tenant_no
    AND p.added_in <= t.current_sync AND p.removed_in > t.current_sync
  CROSS JOIN object o ON o.no = p.no`;

/** Windows into the list of people: by name, UPN, or any current or former address. */
export function createPersonList(database: Database) {
  const views = createTenantViews(database);
  const statement = createStatements(database);

  return (query: ParsedPersonQuery): PersonWindow => {
    const scope = views.scope(query.tenantId);
    if (scope.views.length === 0) return { total: 0, rows: [], age: scope.age };
    const search = textSearch(query.search);
    const page = { limit: query.limit, offset: query.offset };
    const [first, last] = rowsOf(scope);

    if (search.kind === 'match') {
      const match = { match: search.expression, first, last };
      const hits = `(SELECT rowid AS hit FROM person_search
        WHERE person_search MATCH $match AND rowid BETWEEN $first AND $last) h`;
      const from = `${hits} CROSS JOIN person p ON p.row = h.hit ${joins}`;
      const total = scope.views.every((view) => view.searchIsClean)
        ? `SELECT count(*) AS total FROM ${hits}`
        : `SELECT count(*) AS total FROM ${from}`;
      return windowOf(
        statement(total).get(match),
        statement(
          `SELECT ${personColumns} FROM ${from} ORDER BY p.sort_name, p.row LIMIT $limit OFFSET $offset`,
        ).all({ ...match, ...page }),
        scope,
      );
    }
    const [only, ...others] = scope.views;
    const isOne = only !== undefined && others.length === 0;
    const from = `person p ${isOne ? 'INDEXED BY person_by_name' : ''} ${joins}`;
    const where = [
      ...(isOne ? ['p.tenant_no = $tenant'] : []),
      ...(search.kind === 'prefix' ? ['p.sort_name >= $from AND p.sort_name < $to'] : []),
    ];
    const filter = where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
    const values = {
      tenant: only?.no ?? 0,
      ...(search.kind === 'prefix' && { from: search.from, to: search.to }),
    };
    const total =
      search.kind === 'all'
        ? { total: scope.views.reduce((sum, view) => sum + view.people, 0) }
        : statement(`SELECT count(*) AS total FROM ${from} ${filter}`).get(values);
    return windowOf(
      total,
      statement(
        `SELECT ${personColumns} FROM ${from} ${filter} ORDER BY p.sort_name LIMIT $limit OFFSET $offset`,
      ).all({ ...values, ...page }),
      scope,
    );
  };
}

function windowOf(total: unknown, rows: readonly unknown[], scope: Scope): PersonWindow {
  const found = (rows as PersonColumns[]).flatMap((row): PersonRow[] => {
    const view = scope.byNo.get(row.tenant_no);
    return view ? [personRow(row, view.tenantId)] : [];
  });
  return { total: (total as { total: number }).total, rows: found, age: scope.age };
}
