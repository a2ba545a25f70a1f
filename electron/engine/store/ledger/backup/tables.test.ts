import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { migrate } from '../../database/migrate.ts';
import { ledgerMigrations } from '../migrations/index.ts';
import { columnsOf } from './rows.ts';
import { keptTables } from './tables.ts';

/** The ledger's tables that a backup doesn't carry, each with the reason. */
const leftOut: Readonly<Record<string, string>> = {
  reset: 'a reset is carried on where it was begun',
  credential: 'keys and secrets: each computer has a credential of its own',
  key_pair: 'private keys, on their way to be a credential of this computer',
  set_up: 'belongs to a key pair of this computer',
  account_cache: 'tokens: each computer signs in by itself',
  demand: 'is about accounts that are signed in on this computer',
  lease: 'what processes of one computer are doing now',
};

const ledger = new SqliteDatabase(':memory:');
migrate(ledger, ledgerMigrations);
afterAll(() => ledger.close());

const tables = z
  .array(z.string())
  .parse(
    ledger
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all(),
  );
const columnRow = z.object({
  name: z.string(),
  type: z.string(),
  notnull: z.number(),
  dflt_value: z.string().nullable(),
  pk: z.number(),
});
const column = (table: string, name: string) =>
  columnRow.parse(
    ledger.prepare('SELECT * FROM pragma_table_info(?) WHERE name = ?').get(table, name),
  );

describe('a table of the ledger', () => {
  it.each(tables)('%s is in the backup, or left out with a reason (tables.ts)', (table) => {
    const isKept = keptTables.some(({ name }) => name === table);
    expect([isKept, table in leftOut]).toContain(true);
    expect([isKept, table in leftOut]).toContain(false);
  });

  it('is named only where there is one', () => {
    const named = [...keptTables.map(({ name }) => name), ...Object.keys(leftOut)];
    expect(named.filter((name) => !tables.includes(name))).toEqual([]);
  });
});

describe.each(keptTables)('the kept rows of $name', (table) => {
  const { name, key, without = {}, mayDiffer = [] } = table;
  const columns = columnsOf(ledger, name);

  it('are known by columns that are carried', () => {
    expect(key.every((one) => columns.includes(one) && !(one in without))).toBe(true);
    expect(mayDiffer.filter((one) => !columns.includes(one))).toEqual([]);
  });

  it('can be written without the columns that are left out', () => {
    for (const one of Object.keys(without)) {
      const { notnull, dflt_value: standard, pk } = column(name, one);
      expect([one, notnull === 0 || standard !== null || pk > 0]).toEqual([one, true]);
    }
  });

  it('hold no bytes, keys or tokens', () => {
    for (const one of columns.filter((each) => !(each in without))) {
      expect([one, column(name, one).type]).not.toEqual([one, 'BLOB']);
      expect(one).not.toMatch(/secret|private|token|password|serialized/);
    }
  });

  it('come after the rows that they belong to', () => {
    const parents = z
      .array(z.string())
      .parse(ledger.prepare('SELECT "table" FROM pragma_foreign_key_list(?)').pluck().all(name));
    const place = (of: string) => keptTables.findIndex((one) => one.name === of);
    for (const parent of parents) {
      expect([parent, place(parent) >= 0 && place(parent) < place(name)]).toEqual([parent, true]);
    }
  });
});
