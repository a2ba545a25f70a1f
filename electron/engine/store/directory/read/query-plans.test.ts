import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../database/migrate.ts';
import { openDatabase } from '../../database/open.ts';
import type { Database } from '../../database/open.ts';
import { createComparisonQueries } from '../compare/comparison-queries.ts';
import { createGroupQueries } from './group-queries.ts';
import { createMemberList } from './member-list.ts';
import { directoryMigrations } from '../schema/migrations/index.ts';
import { createPersonQueries } from './person-queries.ts';
import { createPolicyQueries } from '../policies/policy-queries.ts';
import { createSyncQueries } from '../write/sync-queries.ts';

let folder: string;
let database: Database;
const prepared = new Set<string>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-plans-'));
  database = openDatabase(join(folder, 'directory.db'), { key: new Uint8Array(32) });
  migrate(database, directoryMigrations);
  const recording = new Proxy(database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'prepare') return typeof value === 'function' ? value.bind(target) : value;
      return (sql: string) => {
        prepared.add(sql);
        return target.prepare(sql);
      };
    },
  });
  createGroupQueries(recording);
  createPersonQueries(recording);
  createPolicyQueries(recording);
  createSyncQueries(recording);
  createComparisonQueries(recording);
  for (const scope of ['direct', 'effective'] as const) {
    const query = { tenantId: '', groupId: '', scope, search: 'jane', offset: 0, limit: 50 };
    createMemberList(recording)(query, 1, 1);
  }
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A plan step that scans a whole table that grows with a customer. */
const wholeTable =
  /^SCAN (?:g|grp|p|person|m|membership|member_of|o|x|object|s|group_size|d|thing|touched_group|changed_group|sync_run|n|a|b|r)(?: |$)/;

function wholeTables(sql: string): string[] {
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parametersOf(sql)) as {
    detail: string;
  }[];
  return steps.map((step) => step.detail).filter((detail) => wholeTable.test(detail));
}

function parametersOf(sql: string): unknown[] {
  const names = new Set([...sql.matchAll(/\$(\w+)/g)].map(([, name]) => name));
  if (names.size > 0) return [Object.fromEntries([...names].map((name) => [name, 1]))];
  return Array.from(sql.matchAll(/\?/g), () => 1);
}

test('no query reads a whole table: each begins at an index and stays there', () => {
  expect(prepared.size).toBeGreaterThan(60);
  const slow = [...prepared].flatMap((sql) => {
    const steps = wholeTables(sql);
    return steps.length > 0 ? [{ sql, steps }] : [];
  });
  expect(slow).toEqual([]);
});

test('the plan of a query without its index would be seen', () => {
  expect(wholeTables('SELECT * FROM grp WHERE mail = ?')).toEqual(['SCAN grp']);
  expect(wholeTables('SELECT p.row FROM person p JOIN object o ON o.id = p.mail')).not.toEqual([]);
});
