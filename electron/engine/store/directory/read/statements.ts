import type { Database, Statement } from '../../database/open.ts';

/** Prepares a statement once for each text. The texts are few: they differ by sort and filters. */
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
