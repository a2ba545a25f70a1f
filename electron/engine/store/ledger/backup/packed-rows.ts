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

/** In bytes. Larger than any ledger: unpacked content above this is not an Evergrant backup. */
const mostBytes = 1024 * 1024 * 1024;

const packed = z.object({
  /** How many migrations the source ledger had. */
  schema: z.number().int().min(1),
  tables: z.record(
    z.string(),
    z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  ),
});

/** Rows by table. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

/** Packs the rows that a backup carries from an open ledger, as compressed JSON. */
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
 * Unpacks rows and converts them to the newest schema. Rows of an older Evergrant are upgraded as its data
 * would be: they are written to an in-memory ledger of their own schema, which is then migrated.
 * @throws EvergrantError `backup.newerVersion`, `backup.damaged`
 */
export function unpackRows(bytes: Uint8Array): Rows {
  const { schema, tables } = parse(bytes);
  if (schema > ledgerMigrations.length) throw new EvergrantError('backup.newerVersion');
  const memory = new SqliteDatabase(':memory:');
  try {
    memory.pragma('foreign_keys = ON');
    migrate(memory, ledgerMigrations.slice(0, schema));
    // The ledger's checks and its migrations decide whether such rows are possible.
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
