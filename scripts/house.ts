import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileLengths, functionLengths } from './house/lengths.ts';
import type { Lengths } from './house/lengths.ts';
import { drawRooms, putPicture } from './house/picture.ts';
import { arrowsBetweenRooms } from './house/rooms.ts';
import { isTest, root, sourceFiles } from './house/source-files.ts';

/**
 * Measures the code: how long its files and functions are, and which room imports from which. `--picture`
 * draws the rooms into docs/architecture.md.
 *
 * `npm run house [-- --json
 * --picture]`
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    picture: { type: 'boolean', default: false },
  },
});

const files = sourceFiles(['electron', 'renderer', 'practice', 'text', 'scripts', 'test']);
const tests = files.filter(({ path }) => isTest(path));
const product = files.filter(({ path }) => !isTest(path));
const result = {
  lengths: {
    'product files': fileLengths(product),
    'product functions': functionLengths(product),
    'test files': fileLengths(tests),
    'test functions': functionLengths(tests),
  },
  arrows: arrowsBetweenRooms(files),
};

if (values.picture) {
  const page = path.join(root, 'docs/architecture.md');
  writeFileSync(page, putPicture(readFileSync(page, 'utf8'), drawRooms(result.arrows)));
}
console.log(values.json ? JSON.stringify(result, null, 2) : inWords());

function inWords(): string {
  const { lengths, arrows } = result;
  const imports = arrows.reduce((sum, arrow) => sum + arrow.imports, 0);
  return [
    'Lines (median, 90th percentile, largest):',
    ...Object.entries(lengths).map(([name, of]) => `  ${lengthLine(name, of)}`),
    '',
    `Imports between rooms: ${imports}, along ${arrows.length} arrows:`,
    ...arrows.map(({ from, to, imports: count }) => `  ${from} → ${to}: ${count}`),
  ].join('\n');
}

function lengthLine(name: string, { count, median, p90, max, largest }: Lengths): string {
  return `${count} ${name}: ${median}, ${p90}, ${max} (${largest})`;
}
