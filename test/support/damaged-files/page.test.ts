import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../programs/programs.ts';
import { damagedFilesPage } from './page.ts';

it('docs/damaged-files.md is what node scripts/damaged-files.ts writes', async () => {
  const written = await readFile(path.join(projectRoot, 'docs/damaged-files.md'), 'utf8');
  // A checkout on Windows may have CRLF line ends.
  expect(written.replaceAll('\r\n', '\n')).toBe(damagedFilesPage());
});
