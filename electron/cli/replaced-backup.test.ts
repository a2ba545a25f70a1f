import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookAtReplaced } from './replaced-backup.ts';
import type { Session } from './session.ts';

/** Data with one customer; these tests open no backup. */
const client = {
  tenants: { list: async () => [{}] },
  profiles: { list: async () => [{}] },
} as unknown as Session['client'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evergrant-replaced-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('what cannot be read is kept, for it may be a backup', async () => {
  expect(await lookAtReplaced({ client }, folder, 'correct horse battery')).toBe('keptAside');
});

it('a file that is missing or empty holds nothing to keep', async () => {
  const file = join(folder, 'nightly.evergrant');
  expect(await lookAtReplaced({ client }, file, 'correct horse battery')).toBe('gone');
  await writeFile(file, '');
  expect(await lookAtReplaced({ client }, file, 'correct horse battery')).toBe('gone');
});
