import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { projectRoot } from '../support/programs/programs.ts';

it('the file that is linked as evergrant runs the command from its sources', async () => {
  const { bin, version } = JSON.parse(
    await readFile(path.join(projectRoot, 'package.json'), 'utf8'),
  ) as { readonly bin: Readonly<Record<string, string>>; readonly version: string };
  const file = path.join(projectRoot, bin['evergrant'] ?? '');
  const { stdout } = await promisify(execFile)(process.execPath, [file, '--version']);
  expect(stdout).toBe(`${version}\n`);
});
