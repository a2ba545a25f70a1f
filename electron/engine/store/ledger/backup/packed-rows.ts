import { gunzipSync, gzipSync } from 'node:zlib';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import type { BackupStore } from '../../../backup/store.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';
import { migrate } from '../../database/migrate.ts';
import type { Database } from '../../database/open.ts';
import { ledgerMigrations } from '../migrations/index.ts';
import { columnsOf, readRows, rowWriter } from './rows.ts';
import type { Row } from './rows.ts';
import { keptTables } from './tables.ts';

/** More than any ledger: what unpacks to more is no backup of ours, in bytes. */
const mostBytes = 1024 * 1024 * 1024;

const packed = z.object({
  /** How many migrations the ledger had that the rows are from. */
  schema: z.number().int().min(1),
  tables: z.record(
    z.string(),
    z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  ),
});

/** Rows by table. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

/** The kept rows of an open ledger as compressed JSON. */
export function packRows(ledger: Database): Awaited<ReturnType<BackupStore['pack']>> {
  const read = ledger.transaction(() => keptTables.map((table) => readRows(ledger, table)));
  const tables = read();
  const content: z.infer<typeof packed> = {
    schema: ledgerMigrations.length,
    tables: Object.fromEntries(keptTables.map(({ name }, index) => [name, tables[index] ?? []])),
  };
  return {
    bytes: gzipSync(JSON.stringify(content)),
    rows: tables.reduce((sum, rows) => sum + rows.length, 0),
    isEmpty: ['profile', 'tenant'].every((name) => content.tables[name]?.length === 0),
  };
}

/**
 * The rows in the newest shape. Rows of an older Evergrant go the way that its data would go: into a
 * ledger of their own shape, in memory, and through the migrations since.
 *
 * @throws EvergrantError `backup.newerVersion`, `backup.damaged`
 */
export function unpackRows(bytes: Uint8Array): Rows {
  const { schema, tables } = parse(bytes);
  if (schema > ledgerMigrations.length) throw new EvergrantError('backup.newerVersion');
  const memory = new SqliteDatabase(':memory:');
  try {
    memory.pragma('foreign_keys = ON');
    migrate(memory, ledgerMigrations.slice(0, schema));
    // The ledger's own checks and its migrations decide whether a ledger can have such rows.
    damagedWhereRefused(() => {
      fill(memory, tables);
      migrate(memory, ledgerMigrations);
    });
    return new Map(keptTables.map((table) => [table.name, readRows(memory, table)]));
  } finally {
    memory.close();
  }
}

function parse(bytes: Uint8Array): z.infer<typeof packed> {
  try {
    const text = gunzipSync(bytes, { maxOutputLength: mostBytes }).toString('utf8');
    return packed.parse(JSON.parse(text));
  } catch (cause) {
    throw new EvergrantError('backup.damaged', { cause });
  }
}

function fill(memory: Database, tables: z.infer<typeof packed>['tables']): void {
  const write = memory.transaction(() => {
    memory.pragma('defer_foreign_keys = ON');
    for (const [table, rows] of Object.entries(tables)) {
      const known = new Set(columnsOf(memory, table));
      const writeRow = rowWriter(memory, table);
      for (const row of rows) {
        if (Object.keys(row).some((column) => !known.has(column))) {
          throw new EvergrantError('backup.damaged');
        }
        writeRow(row);
      }
    }
  });
  write();
}

function damagedWhereRefused(work: () => void): void {
  try {
    work();
  } catch (cause) {
    throw cause instanceof EvergrantError ? cause : new EvergrantError('backup.damaged', { cause });
  }
}
