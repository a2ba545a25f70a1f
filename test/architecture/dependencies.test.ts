import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const document = await readFile(path.join(root, 'docs/dependencies.md'), 'utf8');
const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Readonly<Record<string, string>>
>;

/** Names in the tables of one section, with their reasons. */
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

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('package-lock.json', () => {
  it('holds the binaries of every platform: npm ci refuses a lockfile that lacks one', async () => {
    const { packages } = JSON.parse(
      await readFile(path.join(root, 'package-lock.json'), 'utf8'),
    ) as { readonly packages: Readonly<Record<string, LockedPackage>> };
    const locked = new Set(
      Object.keys(packages).map((place) => place.replace(/^.*node_modules\//, '')),
    );
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !locked.has(name))
        .map((name) => `${name}, wanted by ${place}`),
    );
    expect(missing).toEqual([]);
  });
});
