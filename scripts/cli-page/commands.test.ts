import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withCommands } from './commands.ts';

const file = path.resolve(import.meta.dirname, '../../docs/cli.md');

describe('docs/cli.md', () => {
  const page = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');

  it('has every command as `npm run cli-page` writes it', () => {
    expect(page).toBe(withCommands(page));
  });

  it('can be read raw: no cell of a table is longer than a line', () => {
    const cells = page.split('\n').flatMap((line) => (line.startsWith('|') ? line.split('|') : []));
    expect(cells.filter((cell) => cell.trim().length > 120)).toEqual([]);
  });

  it('says where it belongs when a page has no place for it', () => {
    expect(() => withCommands('# Page')).toThrow('npm run cli-page');
  });
});
