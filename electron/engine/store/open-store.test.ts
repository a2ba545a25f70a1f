import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Log, Workers } from '../kernel/ports.ts';
import { openDatabase } from './database/open.ts';
import { openStore } from './open-store.ts';

const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
const workers: Workers = {
  start: (name, workerData) =>
    new Worker(new URL(`./workers/${name}.ts`, import.meta.url), { workerData }),
};
const key = new Uint8Array(32).fill(1);
const tenantId = '00000000-0000-4000-8000-000000000001';
let path: string;

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'evergrant-threads-')), 'data');
});
afterEach(() => rmSync(join(path, '..'), { recursive: true, force: true }));

test('what one start writes the next reads, from the ledger and from the directory', async () => {
  const first = await openStore({ workers, log, data: { path, key } });
  await first.settings.write('freshness', { hours: 24 });
  const begun = { id: 'a', tenantId, mode: 'auto', at: 5, readsHidden: false } as const;
  const { run } = await first.syncs.begin(begun);
  await first.close();
  const second = await openStore({ workers, log, data: { path, key } });
  expect(await second.settings.read('freshness')).toEqual({ hours: 24 });
  expect(await second.syncs.last(tenantId)).toEqual(run);
  expect(await second.people.groups(tenantId, tenantId)).toBe(null);
  await second.close();
});

test.runIf(process.platform === 'linux')(
  'the driver stays in memory when its last thread has ended: the thread may still call into it',
  async () => {
    await (await openStore({ workers, log, data: { path, key } })).close();
    const loaded = readFileSync('/proc/self/maps', 'utf8').split('\n');
    expect(loaded.filter((line) => /better-sqlite3.*\.node$/.test(line))).not.toEqual([]);
  },
);

test('a wrong key is said by its code, and the right one opens afterwards', async () => {
  await (await openStore({ workers, log, data: { path, key } })).close();
  const wrong = { path, key: new Uint8Array(32).fill(2) };
  await expect(openStore({ workers, log, data: wrong })).rejects.toMatchObject({
    name: 'EvergrantError',
    code: 'store.wrongKey',
    retry: 'never',
  });
  await (await openStore({ workers, log, data: { path, key } })).close();
});

test('data of a newer Evergrant is refused and left alone', async () => {
  await (await openStore({ workers, log, data: { path, key } })).close();
  const database = openDatabase(join(path, 'directory.db'), { key });
  database.pragma('user_version = 999');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const before = readFileSync(join(path, 'directory.db'));
  await expect(openStore({ workers, log, data: { path, key } })).rejects.toMatchObject({
    code: 'store.newerSchema',
    params: { found: 999 },
  });
  expect(readFileSync(join(path, 'directory.db')).equals(before)).toBe(true);
});

test('writes of another process are noticed once, one’s own are not', async () => {
  const ours = await openStore({ workers, log, data: { path, key } });
  await ours.otherWrites();
  await ours.settings.write('own', 1);
  expect(await ours.otherWrites()).toEqual({ ledger: false, directory: false });
  const other = await openStore({ workers, log, data: { path, key } });
  await other.settings.write('other', 1);
  expect(await ours.otherWrites()).toEqual({ ledger: true, directory: false });
  expect(await ours.otherWrites()).toEqual({ ledger: false, directory: false });
  await other.close();
  await ours.close();
});

test('a bug in a thread arrives as a plain error, and an unknown call too', async () => {
  const store = await openStore({ workers, log, data: { path, key } });
  await expect(store.syncs.writePage(77, 1)).rejects.toThrow('Page 77 has not been parsed');
  const none = Reflect.get(store.syncs, 'constructor') as () => Promise<unknown>;
  await expect(none()).rejects.toThrow('The store has no syncs.constructor.');
  await store.close();
});
