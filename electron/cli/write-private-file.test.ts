import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writePrivateFile } from './write-private-file.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evergrant-private-'));
  file = join(folder, 'connector.json');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Windows has no mode bits; every file there inherits its folder's rights. */
const privately = process.platform === 'win32' ? 0o666 : 0o600;
const rights = async (): Promise<number> => (await stat(file)).mode & 0o777;

it('writes a new file that only its owner can read', async () => {
  await writePrivateFile(file, 'Zürich\n', { replace: false });
  expect(await readFile(file, 'utf8')).toBe('Zürich\n');
  expect(await rights()).toBe(privately);
});

it('never writes over a file that must be new', async () => {
  await writeFile(file, 'mine');
  await expect(writePrivateFile(file, 'theirs', { replace: false })).rejects.toMatchObject({
    code: 'EEXIST',
  });
  expect(await readFile(file, 'utf8')).toBe('mine');
});

it('takes the rights of others off a file that it replaces', async () => {
  await writeFile(file, 'something longer');
  await chmod(file, 0o644);
  await writePrivateFile(file, 'new', { replace: true });
  expect(await readFile(file, 'utf8')).toBe('new');
  expect(await rights()).toBe(privately);
});
