/** Writes docs/damaged-files.md: `node scripts/damaged-files.ts`. A unit test compares it with the tables. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { damagedFilesPage } from '../test/support/damaged-files/page.ts';

const file = path.resolve(import.meta.dirname, '../docs/damaged-files.md');
await writeFile(file, damagedFilesPage());
console.info(`Written: ${file}`);
