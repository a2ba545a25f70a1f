import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problems } from '../../../renderer/text/en/problems.ts';
import { allCodes, catalogueEntry } from './catalogue.ts';

const electron = resolve(import.meta.dirname, '../..');

/** How source files name the code of an error, or of a reason that is shown like one. */
const naming = /(?:new EvergrantError\(|\breason\(|\bcode:)\s*'([a-z]+\.[A-Za-z]+)'/g;

/** Codes that source files name when they throw. Composed ones (`aadsts.${number}`) come from the catalogues. */
function thrownCodes(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const files = globSync('**/*.ts', { cwd: electron }).filter(
    (file) => !file.endsWith('.test.ts') && !file.startsWith('practice'),
  );
  for (const file of files) {
    const source = readFileSync(resolve(electron, file), 'utf8');
    for (const [, code] of source.matchAll(naming)) {
      if (code !== undefined) codes.set(code, file);
    }
  }
  return codes;
}

describe('the words for problems', () => {
  it('are there for every code', () => {
    expect(allCodes().filter((code) => !(code in problems))).toEqual([]);
  });

  it('are there for no code that nobody throws', () => {
    const codes = new Set(allCodes());
    expect(Object.keys(problems).filter((code) => !codes.has(code))).toEqual([]);
  });

  it('know every code that a source file throws', () => {
    const codes = new Set(allCodes());
    const unknown = [...thrownCodes()].filter(([code]) => !codes.has(code));
    expect(unknown.map(([code, file]) => `${code} (${file})`)).toEqual([]);
  });

  it.each(Object.entries(problems))('for %s say all four things', (_, text) => {
    for (const sentence of Object.values(text)) expect(sentence.trim()).not.toBe('');
  });

  it('name each code once', () => {
    expect(new Set(allCodes()).size).toBe(allCodes().length);
  });
});

describe('the advice of the catalogue', () => {
  it.each([
    ['aadsts.65001', 'wait'],
    ['aadsts.7000229', 'wait'],
    ['aadsts.50076', 'interactive'],
    ['aadsts.90094', 'admin'],
    ['aadsts.7000215', 'never'],
    ['graph.TooManyRequests', 'transient'],
  ])('for %s is %s', (code, retry) => {
    expect(catalogueEntry(code)).toMatchObject({ retry });
  });

  it('is none for our own codes', () => {
    expect(catalogueEntry('consent.declined')).toBeNull();
  });
});
