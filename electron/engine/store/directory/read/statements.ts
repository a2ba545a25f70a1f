import type { Database, Statement } from '../../database/open.ts';

/** Prepares each SQL text once. There are few texts: they differ by sort order and filters. */
export function createStatements(database: Database): (sql: string) => Statement {
  const prepared = new Map<string, Statement>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare<unknown[], unknown>(sql);
    prepared.set(sql, statement);
    return statement;
  };
}
