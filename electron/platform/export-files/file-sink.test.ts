import { mkdtemp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFileSink } from './file-sink.ts';
import { openPartRecords } from './part-records.ts';

let folder: string;
let records: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evergrant-sink-'));
  records = await mkdtemp(join(tmpdir(), 'evergrant-records-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(records, { recursive: true, force: true });
});

const open = (replace = false) =>
  openFileSink({ path: join(folder, 'groups.csv'), replace }, openPartRecords(records));

it('a file has its name only when it is complete', async () => {
  const sink = await open();
  await sink.write(Buffer.from('a,'));
  await sink.write(Buffer.from('b'));
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^groups\.csv\..*\.part$/)]);
  expect(await sink.commit()).toBe(join(folder, 'groups.csv'));
  expect(await readdir(folder)).toEqual(['groups.csv']);
  expect(await readFile(join(folder, 'groups.csv'), 'utf8')).toBe('a,b');
  expect(await readdir(records)).toEqual([]);
});

it('a name that is taken gets a number, unless replacing was asked for', async () => {
  await writeFile(join(folder, 'groups.csv'), 'old');
  expect(await (await open()).commit()).toBe(join(folder, 'groups (2).csv'));
  expect(await readFile(join(folder, 'groups.csv'), 'utf8')).toBe('old');
  expect(await (await open(true)).commit()).toBe(join(folder, 'groups.csv'));
  expect((await stat(join(folder, 'groups.csv'))).size).toBe(0);
});

it('a file that is replaced is kept where that was asked for, each under a name of its own', async () => {
  const path = join(folder, 'backup');
  const replace = async (content: string): Promise<void> => {
    const target = { path, replace: true, keepsReplaced: true };
    const sink = await openFileSink(target, openPartRecords(records));
    await sink.write(Buffer.from(content));
    await sink.commit();
  };
  for (const content of ['first', 'second', 'third']) await replace(content);
  const names = await readdir(folder);
  expect(names.toSorted()).toEqual(['backup', 'backup (2).previous', 'backup.previous']);
  const contents = await Promise.all(
    ['backup.previous', 'backup (2).previous', 'backup'].map((name) =>
      readFile(join(folder, name), 'utf8'),
    ),
  );
  expect(contents).toEqual(['first', 'second', 'third']);
});

it('giving up leaves nothing', async () => {
  const sink = await open();
  await sink.write(Buffer.from('half'));
  await sink.abort();
  expect([await readdir(folder), await readdir(records)]).toEqual([[], []]);
});

it('what a process that died has left is removed at the next start', async () => {
  const part = join(folder, 'groups.csv.1234.part');
  await mkdir(records, { recursive: true });
  await writeFile(part, 'half');
  // No system has a process with this ID: it is above Linux's limit of 2^22, and not a multiple of 4,
  // which every process ID on Windows is.
  await writeFile(join(records, 'left.json'), JSON.stringify({ pid: 2_147_483_645, part }));
  await (await open()).abort();
  expect([await readdir(folder), await readdir(records)]).toEqual([[], []]);
});

it('a folder that is not there is refused with the system’s reason', async () => {
  const target = { path: join(folder, 'nowhere', 'groups.csv'), replace: false };
  await expect(openFileSink(target, openPartRecords(records))).rejects.toMatchObject({
    code: 'export.notWritten',
    params: { reason: 'ENOENT' },
  });
});
