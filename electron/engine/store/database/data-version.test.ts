import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDataVersion } from './data-version.ts';
import { openDatabase } from './open.ts';
import type { Database } from './open.ts';

const key = new Uint8Array(32).fill(1);
let folder: string;
let ours: Database;
let theirs: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-version-'));
  ours = openDatabase(join(folder, 'data.db'), { key });
  ours.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY)');
  theirs = openDatabase(join(folder, 'data.db'), { key });
});
afterEach(() => {
  ours.close();
  theirs.close();
  rmSync(folder, { recursive: true, force: true });
});

test('it stays while nobody writes, whatever is read', () => {
  const version = createDataVersion(ours);
  const before = version();
  ours.prepare('SELECT * FROM thing').all();
  theirs.prepare('SELECT * FROM thing').all();
  expect(version()).toBe(before);
});

test.each([
  ['this connection', () => ours],
  ['another one', () => theirs],
])('it is another one after a write of %s', (_, writer) => {
  const version = createDataVersion(ours);
  const before = version();
  writer().exec('INSERT INTO thing VALUES (1)');
  const after = version();
  expect(after).not.toBe(before);
  writer().exec('DELETE FROM thing');
  expect(version()).not.toBe(after);
});

test('no two connections have one in common: the file behind the second may be another', () => {
  expect(createDataVersion(theirs)()).not.toBe(createDataVersion(ours)());
});
