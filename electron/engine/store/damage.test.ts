import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Log, Workers } from '../kernel/ports.ts';
import { makeInTurn } from './database/in-turn.ts';
import { openDatabase } from './database/open.ts';
import { openStore } from './open-store.ts';
import { makeLedger, openLedger } from './workers/open-ledger.ts';
import { callRoom } from './workers/serve-rooms.ts';

const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
const workers: Workers = {
  start: (name, workerData) =>
    new Worker(new URL(`./workers/${name}.ts`, import.meta.url), { workerData }),
};
const key = new Uint8Array(32).fill(1);
const tenantId = '00000000-0000-4000-8000-000000000001';
const otherTenantId = '00000000-0000-4000-8000-000000000002';
const pageSize = 4096;

let root: string;
let good: string;
let path: string;

const open = (more: { readonly mayMakeLedger?: boolean } = {}) =>
  openStore({ workers, log, data: { path, key, ...more } });
const at = (name: string): string => join(path, name);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'evergrant-damage-'));
  good = join(root, 'good');
  path = good;
  const store = await open();
  await store.settings.write('freshness', { hours: 24 });
  await store.syncs.begin({ id: 'a', tenantId, mode: 'auto', at: 5, readsHidden: false });
  await store.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let copies = 0;
beforeEach(() => {
  copies += 1;
  path = join(root, `copy-${copies}`);
  cpSync(good, path, { recursive: true });
});

/** Changes one bit. */
function flip(file: string, offset: number): void {
  const bytes = readFileSync(file);
  bytes[offset] = (bytes[offset] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** Changes a bit of the page where a table begins: the file opens, and the damage is found in use. */
function spoilTable(file: string, table: string): void {
  const database = openDatabase(file, { key, readonly: true });
  const root = database.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck();
  const page = Number(root.get(table));
  database.close();
  flip(file, (page - 1) * pageSize + 100);
}

/** Ways to make a store file unusable as a whole. */
const ruin: readonly (readonly [string, (file: string) => void])[] = [
  ['empty', (file) => truncateSync(file, 0)],
  ['cut to half', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['cut to one page', (file) => truncateSync(file, pageSize)],
  ['cut within a page', (file) => truncateSync(file, pageSize + 1000)],
  ['with a bit of its first page changed', (file) => flip(file, 100)],
  ['a text', (file) => writeFileSync(file, 'Dear colleague\n'.repeat(2000))],
  ['zeros', (file) => writeFileSync(file, Buffer.alloc(statSync(file).size))],
  [
    'a folder',
    (file) => {
      rmSync(file);
      mkdirSync(file);
    },
  ],
  [
    'a database with another key',
    (file) => {
      rmSync(file);
      const other = openDatabase(file, { key: new Uint8Array(32).fill(9) });
      other.exec('CREATE TABLE note (text TEXT)');
      other.close();
    },
  ],
  [
    'a database with the same key and other contents',
    (file) => {
      rmSync(file);
      const other = openDatabase(file, { key });
      other.exec('CREATE TABLE note (text TEXT)');
      other.close();
    },
  ],
  [
    'stated to be of the first version, which it is not',
    (file) => {
      const database = openDatabase(file, { key });
      database.pragma('user_version = 1');
      database.close();
    },
  ],
];

describe('the cache', () => {
  test.each(ruin)('that is %s is set aside whole, and an empty one opened', async (_, spoil) => {
    spoil(at('directory.db'));
    const spoiled = statSync(at('directory.db')).size;
    const store = await open();
    expect(await store.setAside()).toEqual({
      file: 'directory.db',
      keptAs: 'directory.damaged-1.db',
    });
    expect(statSync(at('directory.damaged-1.db')).size).toBe(spoiled);
    expect(await store.settings.read('freshness')).toEqual({ hours: 24 });
    expect(await store.syncs.last(tenantId)).toBe(null);
    const again = { id: 'b', tenantId, mode: 'auto', at: 6, readsHidden: false } as const;
    expect(await store.syncs.begin(again)).toMatchObject({ resumed: false });
    await store.close();
    const next = await open();
    expect(await next.setAside()).toBe(null);
    await next.close();
  });

  test('that is missing is said, and what lay beside it is out of the way', async () => {
    rmSync(at('directory.db'));
    writeFileSync(at('directory.db-wal'), 'left over');
    const store = await open();
    expect(await store.setAside()).toEqual({ file: 'directory.db', keptAs: null });
    expect(readFileSync(at('directory.damaged-1.db-wal'), 'utf8')).toBe('left over');
    await store.close();
  });

  test('of a new folder is not missing', async () => {
    path = join(root, 'new');
    const store = await open();
    expect(await store.setAside()).toBe(null);
    await store.close();
  });

  test('whose damage is met in use is set aside at once; the call says so, the next works', async () => {
    spoilTable(at('directory.db'), 'sync_run');
    const store = await open();
    expect(await store.setAside()).toBe(null);
    await expect(store.syncs.last(tenantId)).rejects.toMatchObject({
      code: 'store.cacheDamaged',
      params: { file: 'directory.db', keptAs: 'directory.damaged-1.db' },
      retry: 'now',
    });
    expect(await store.syncs.last(tenantId)).toBe(null);
    expect(await store.people.groups(tenantId, tenantId)).toBe(null);
    expect(await store.setAside()).toMatchObject({ keptAs: 'directory.damaged-1.db' });
    const again = { id: 'b', tenantId, mode: 'auto', at: 6, readsHidden: false } as const;
    expect(await store.syncs.begin(again)).toMatchObject({ resumed: false });
    await store.close();
  });

  test('is replaced once when two processes meet its damage at the same time', async () => {
    flip(at('directory.db'), 100);
    const both = await Promise.all([open(), open()]);
    for (const store of both) {
      expect(await store.syncs.last(tenantId)).toBe(null);
      await store.close();
    }
    expect(readdirSync(path).filter((name) => name.includes('.damaged-'))).toEqual([
      'directory.damaged-1.db',
    ]);
  });

  test('that is set aside during a sync: what that sync still writes never reaches the next one', async () => {
    const store = await open();
    const run = { id: 'b', tenantId, mode: 'full', at: 6, readsHidden: false } as const;
    const { run: old } = await store.syncs.begin(run);
    spoilTable(at('directory.db'), 'tenant');
    await expect(store.people.groups(tenantId, tenantId)).rejects.toMatchObject({
      code: 'store.cacheDamaged',
    });
    const { run: next } = await store.syncs.begin({ ...run, id: 'c', tenantId: otherTenantId });
    expect(next.no).toBeGreaterThan(old.no);
    await expect(store.syncs.finish(old.no, 7)).rejects.toThrow('is not open');
    expect(await store.syncs.last(otherTenantId)).toMatchObject({ id: 'c', state: 'running' });
    await store.close();
  });

  test('that another process has set aside is not written to: a sync begins in the new one', async () => {
    const window = await open();
    expect(await window.people.groups(tenantId, tenantId)).toBe(null);
    spoilTable(at('directory.db'), 'sync_run');
    const command = await open();
    await expect(command.syncs.last(tenantId)).rejects.toMatchObject({
      code: 'store.cacheDamaged',
    });
    const run = { id: 'b', tenantId, mode: 'auto', at: 6, readsHidden: false } as const;
    await window.syncs.begin(run);
    expect(await command.syncs.last(tenantId)).toMatchObject({ id: 'b' });
    expect(await window.syncs.last(tenantId)).toMatchObject({ id: 'b' });
    expect(await window.people.groups(tenantId, tenantId)).toBe(null);
    await window.close();
    await command.close();
  });

  test('with bytes appended is as it was: SQLite counts its pages itself', async () => {
    appendFileSync(at('directory.db'), Buffer.alloc(5000, 7));
    const store = await open();
    expect(await store.setAside()).toBe(null);
    expect(await store.syncs.last(tenantId)).toMatchObject({ id: 'a' });
    await store.close();
  });
});

describe('the ledger', () => {
  test.each(ruin)('that is %s is refused, and not touched', async (_, spoil) => {
    spoil(at('ledger.db'));
    const before = contentOf(at('ledger.db'));
    await expect(open({ mayMakeLedger: true })).rejects.toMatchObject({
      code: 'store.damaged',
      params: { file: 'ledger.db', folder: path },
    });
    expect(contentOf(at('ledger.db'))).toEqual(before);
    // Do what the error message suggests.
    renameSync(at('ledger.db'), join(root, `kept-${copies}`));
    for (const beside of ['-wal', '-shm']) writeFileSync(at(`ledger.db${beside}`), 'left over');
    await expect(open()).rejects.toMatchObject({ code: 'store.ledgerMissing' });
    const store = await open({ mayMakeLedger: true });
    expect(await store.settings.read('freshness')).toBe(null);
    await store.close();
  });

  test('that is missing is never made beside anything of ours', async () => {
    rmSync(at('ledger.db'));
    await expect(open()).rejects.toMatchObject({
      code: 'store.ledgerMissing',
      params: { folder: path, found: 'directory.db' },
    });
    expect(existsSync(at('ledger.db'))).toBe(false);
    for (const name of ['key.json', 'directory.damaged-2.db', 'ledger.db-wal']) {
      rmSync(path, { recursive: true });
      mkdirSync(path);
      writeFileSync(at(name), 'something');
      await expect(open()).rejects.toMatchObject({ params: { found: name } });
      rmSync(at(name));
      await (await open()).close();
      expect(existsSync(at('ledger.db'))).toBe(true);
    }
  });

  test('is not made beside synced data of a newer version: it would be left empty', async () => {
    rmSync(at('ledger.db'));
    const database = openDatabase(at('directory.db'), { key });
    database.pragma('user_version = 10000');
    database.close();
    await expect(open({ mayMakeLedger: true })).rejects.toMatchObject({
      code: 'store.newerSchema',
      params: { file: 'directory.db' },
    });
    expect(existsSync(at('ledger.db'))).toBe(false);
  });

  test('that another process has made since it was found missing is opened as it is', async () => {
    path = join(root, 'together');
    const other = openLedger({ folder: path, key });
    const add = other.ledger.prepare('INSERT INTO setting (key, value) VALUES (?, ?)');
    add.run('freshness', '{"hours":7}');
    makeLedger({ folder: path, key });
    add.run('later', '1');
    const store = await open();
    expect(await store.settings.read('freshness')).toEqual({ hours: 7 });
    expect(await store.settings.read('later')).toBe(1);
    await store.close();
    other.ledger.close();
    expect(readdirSync(path).toSorted()).toEqual(['directory.db', 'ledger.db']);
  });

  test('is made by one process at a time', () => {
    const name = at('new.db');
    const tryTurn = (): void => {
      const other = new SqliteDatabase(`${name}.making`, { timeout: 0 });
      try {
        other.exec('BEGIN EXCLUSIVE');
      } finally {
        other.close();
      }
    };
    makeInTurn(
      name,
      () => existsSync(name),
      () => {
        expect(tryTurn).toThrow('database is locked');
        writeFileSync(name, 'made');
      },
    );
    expect(existsSync(`${name}.making`)).toBe(false);
    makeInTurn(
      name,
      () => existsSync(name),
      () => writeFileSync(name, 'made again'),
    );
    expect(readFileSync(name, 'utf8')).toBe('made');
  });

  test('takes nothing from the log of the one that was there before', async () => {
    const store = await open();
    await store.settings.write('later', 1);
    copyFileSync(at('ledger.db-wal'), join(root, 'wal'));
    await store.close();
    rmSync(at('ledger.db'));
    copyFileSync(join(root, 'wal'), at('ledger.db-wal'));
    const made = await open({ mayMakeLedger: true });
    expect(await made.settings.read('later')).toBe(null);
    await made.close();
  });

  test('whose damage is met in use is named', async () => {
    spoilTable(at('ledger.db'), 'setting');
    const store = await open();
    await expect(store.settings.read('freshness')).rejects.toMatchObject({
      code: 'store.damaged',
      params: { file: 'ledger.db' },
    });
    await store.close();
  });
});

test('a wrong key is not called damage: nothing is set aside', async () => {
  const wrong = { path, key: new Uint8Array(32).fill(2) };
  await expect(openStore({ workers, log, data: wrong })).rejects.toMatchObject({
    code: 'store.wrongKey',
  });
  expect(readdirSync(path).toSorted()).toEqual(['directory.db', 'ledger.db']);
});

test('a full disk is said as such, and what fits again is written', async () => {
  const database = openDatabase(at('directory.db'), { key });
  const add = database.prepare('INSERT INTO tenant (tenant_id) VALUES (?)');
  const rooms = { syncs: { add: (id: string) => void add.run(id) } };
  const opened = { rooms, fileOf: () => at('directory.db'), close: () => {} };
  const fill = async (): Promise<void> => {
    for (let count = 0; count < 5000; count += 1) {
      await callRoom(opened, 'syncs', 'add', [`${count}`.repeat(20)]);
    }
  };
  database.pragma(`max_page_count = ${statSync(at('directory.db')).size / pageSize + 1}`);
  await expect(fill()).rejects.toMatchObject({
    code: 'store.full',
    params: { file: 'directory.db', folder: path },
    retry: 'after',
  });
  database.pragma('max_page_count = 100000');
  await callRoom(opened, 'syncs', 'add', ['fits']);
  database.close();
});

function contentOf(file: string): Buffer | null {
  return statSync(file).isFile() ? readFileSync(file) : null;
}
