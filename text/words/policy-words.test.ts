import { expect, test } from 'vitest';
import { policyFinding } from '../../electron/contract/policy.ts';
import { createText } from '../create-text.ts';
import { policyFindingWords, relianceOf } from './policy-words.ts';

const text = createText('en');
const kinds = policyFinding.shape.kind.options;

test.each(kinds)('the finding “%s” has a sentence', (kind) => {
  expect(policyFindingWords(text, { kind, count: 2 })).toMatch(/^[A-Z0-9].*\.$/);
});

test('a group without findings is sound, guests are only worth knowing, an empty group is not to be relied on', () => {
  expect(relianceOf([])).toBe('sound');
  expect(relianceOf([{ kind: 'guests', count: 3 }])).toBe('known');
  expect(
    relianceOf([
      { kind: 'guests', count: 3 },
      { kind: 'empty', count: null },
    ]),
  ).toBe('doubtful');
});

test('one guest and several are counted in words', () => {
  expect(policyFindingWords(text, { kind: 'guests', count: 1 })).toBe('1 guest is in it.');
  expect(policyFindingWords(text, { kind: 'guests', count: 4 })).toBe('4 guests are in it.');
});
