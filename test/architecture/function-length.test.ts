import { expect, it } from 'vitest';
import { longFunctions, mostLines } from '../../scripts/house/long-functions.ts';
import { sourceFiles } from '../../scripts/house/source-files.ts';

it(`no function has more than ${mostLines} lines without a reason above it`, () => {
  const folders = ['electron', 'practice', 'renderer', 'text', 'scripts', 'test'];
  const files = sourceFiles(folders, mostLines);
  const tooLong = files
    .flatMap(longFunctions)
    .map(({ file, name, line, lines }) => `${file}:${line} ${name} has ${lines} lines`);
  expect(tooLong, 'Divide them, or write "// Long because …" directly above.').toEqual([]);
});
