import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { entryPath } from './entries.ts';

const root = path.resolve(import.meta.dirname, '../..');

it('from source, threads and programs are the files of their own rooms', () => {
  for (const name of ['store-writer', 'store-reader', 'practice'] as const) {
    expect([name, existsSync(entryPath(name))]).toEqual([name, true]);
  }
});

it('in a build, they lie beside whatever asks for them', () => {
  const chunk = pathToFileURL(path.join(root, 'out', 'chunk-node-host-abc.js')).href;
  expect(entryPath('store-writer', chunk)).toBe(path.join(root, 'out', 'store-writer.js'));
  expect(entryPath('renderer', chunk)).toBe(path.join(root, 'out', 'renderer') + path.sep);
  expect(entryPath('renderer')).toBe(path.join(root, 'out', 'renderer') + path.sep);
});
