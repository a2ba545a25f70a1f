import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const document = await readFile(path.join(root, 'docs/dependencies.md'), 'utf8');
const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Readonly<Record<string, string>>
>;

/** Names in the tables of one section, with the reason that each has. */
function reasonsIn(heading: string): ReadonlyMap<string, string> {
  const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return new Map(
    [...section.matchAll(/^\| `([^`]+)` +\| (.+?) +\|$/gm)].map(([, name = '', reason = '']) => [
      name,
      reason,
    ]),
  );
}

describe('docs/dependencies.md', () => {
  it.each([
    ['In the product', 'dependencies'],
    ['For development', 'devDependencies'],
    ['Only where they fit', 'optionalDependencies'],
  ] as const)('%s: has a reason for exactly the packages of %s', (heading, kind) => {
    expect([...reasonsIn(heading).keys()].toSorted()).toEqual(
      Object.keys(manifest[kind]).toSorted(),
    );
  });
});

describe('package.json', () => {
  it('pins every version exactly', () => {
    const loose = Object.values({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    }).filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });
});
