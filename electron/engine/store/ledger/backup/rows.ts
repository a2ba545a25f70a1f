import type { Database, Statement } from '../../database/open.ts';
import type { KeptTable } from './tables.ts';

/** A value that a backup can carry. Tables with other values skip those columns. */
export type Value = string | number | null;

/** One row, by column. */
export type Row = Readonly<Record<string, Value>>;

/** Names of a table's columns in this database; empty if the table doesn't exist. */
export function columnsOf(database: Database, table: string): readonly string[] {
  return database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);
}

/** The columns of a table that a backup carries. */
export function carriedColumns(database: Database, table: KeptTable): readonly string[] {
  return columnsOf(database, table.name).filter((column) => !(column in (table.without ?? {})));
}

/** The rows of a table that a backup carries, the oldest first if the table numbers them. */
export function readRows(database: Database, table: KeptTable): Row[] {
  const columns = carriedColumns(database, table);
  const isCounted = columnsOf(database, table.name).includes('sequence');
  const order = isCounted ? ['sequence'] : table.key;
  const rows = database
    .prepare(
      `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table.name)}
       WHERE ${table.rows ?? 'TRUE'} ORDER BY ${order.map(quoted).join(', ')}`,
    )
    .all() as Record<string, unknown>[];
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, carried(value, column)]),
    ),
  );
}

/** Writes rows of one table unchanged; prepared statements are reused. */
export function rowWriter(database: Database, table: string): (row: Row) => void {
  const statements = new Map<string, Statement>();
  return (row) => {
    const columns = Object.keys(row).map(quoted).join(', ');
    const known =
      statements.get(columns) ??
      database.prepare(
        `INSERT INTO ${quoted(table)} (${columns})
         VALUES (${Object.keys(row)
           .map(() => '?')
           .join(', ')})`,
      );
    statements.set(columns, known);
    known.run(...Object.values(row));
  };
}

/** Quotes a name for SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function carried(value: unknown, column: string): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`The column ${column} has a value that a backup cannot carry.`);
}
