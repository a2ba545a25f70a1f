import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'evergrant-store-')), 'data');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

test('a database cannot be read without its key', () => {
  const file = join(folder, 'ledger.db');
  const database = openDatabase(file, { key });
  database.exec(`CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('a customer of ours')`);
  database.close();
  expect(readFileSync(file).includes('a customer of ours')).toBe(false);
  expect(() => openDatabase(file, { key: new Uint8Array(32).fill(8) })).toThrow('store.wrongKey');
  const again = openDatabase(file, { key });
  expect(again.prepare('SELECT text FROM note').pluck().get()).toBe('a customer of ours');
  again.close();
});

test.skipIf(process.platform === 'win32')(
  'folder and files belong to their owner alone (POSIX modes; Windows has none)',
  () => {
    const file = join(folder, 'ledger.db');
    const database = openDatabase(file, { key });
    database.exec('CREATE TABLE note (text TEXT)');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(['', '-wal', '-shm'].map((end) => statSync(file + end).mode & 0o777)).toEqual([
      0o600, 0o600, 0o600,
    ]);
    database.close();
  },
);

test('deleted rows are overwritten, temporary data stays in memory', () => {
  const database = openDatabase(join(folder, 'ledger.db'), { key });
  expect(database.pragma('secure_delete', { simple: true })).toBe(1);
  expect(database.pragma('temp_store', { simple: true })).toBe(2);
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
  database.close();
});

test('migrations run once, in order, and a newer file is refused', () => {
  const database = openDatabase(join(folder, 'ledger.db'), { key });
  const first = { title: 'note', sql: 'CREATE TABLE note (text TEXT)' };
  const second = { title: 'author', sql: 'ALTER TABLE note ADD COLUMN author TEXT' };
  expect(migrate(database, [first])).toBe(1);
  expect(migrate(database, [first, second])).toBe(2);
  expect(migrate(database, [first, second])).toBe(2);
  expect(() => migrate(database, [first])).toThrow('store.newerSchema');
  database.close();
});

test('a migration that fails leaves the version before it', () => {
  const database = openDatabase(join(folder, 'ledger.db'), { key });
  const first = { title: 'note', sql: 'CREATE TABLE note (text TEXT)' };
  const broken = { title: 'broken', sql: 'CREATE TABLE other (text TEXT); CREATE TABLE note (x)' };
  expect(() => migrate(database, [first, broken])).toThrow('already exists');
  expect(database.pragma('user_version', { simple: true })).toBe(1);
  expect(
    database.prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'other'`).pluck().get(),
  ).toBe(0);
  database.close();
});
