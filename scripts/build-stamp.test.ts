import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceStamp } from './build-stamp.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'evergrant-stamp-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

it.each([
  'electron/engine/engine.ts',
  'practice/main.ts',
  'practice/graph/permission-catalog.json',
  'renderer/app/app.tsx',
  'text/en/status.ts',
  'package-lock.json',
])('a build is old when %s has changed', (file) => {
  write(file, 'before');
  const before = sourceStamp(folder);
  write(file, 'after');
  expect(sourceStamp(folder)).not.toBe(before);
});

it('a build stays new when a test has changed', () => {
  write('text/words/format.test.ts', 'before');
  const before = sourceStamp(folder);
  write('text/words/format.test.ts', 'after');
  expect(sourceStamp(folder)).toBe(before);
});
