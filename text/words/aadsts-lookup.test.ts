import { expect, test } from 'vitest';
import { explainPage } from './aadsts-lookup.ts';
import { createText } from '../create-text.ts';
import { pagePhrases } from '../en/page-phrases.ts';
import { hasWords } from './problem-text.ts';

const text = createText('en');

test.each(['AADSTS65001', 'aadsts65001', '65001', 'Sorry… AADSTS65001: The user or administrator'])(
  '“%s” is explained as the missing grant',
  (typed) => {
    const meaning = explainPage(text, typed);
    expect(meaning?.code).toBe('aadsts.65001');
    expect(meaning?.words.cure).toMatch(/\w/);
  },
);

test('words of a page lead to the same explanation as its number', () => {
  expect(explainPage(text, 'Need  admin\napproval')).toEqual(explainPage(text, 'AADSTS90094'));
});

test('an unknown number is not explained by a guess', () => {
  const meaning = explainPage(text, 'AADSTS99999999');
  expect(meaning?.code).toBe('aadsts.unknown');
  expect(meaning?.words.meaning).toContain('AADSTS99999999');
  expect(meaning?.words.cause).toContain('no explanation');
});

test('unknown words are not explained at all', () => {
  expect(explainPage(text, 'Something went sideways')).toBeNull();
});

test('a phone number inside words is not taken for a code', () => {
  expect(explainPage(text, 'call me at 5550123')).toBeNull();
});

test.each(pagePhrases)('“%s” leads to a code that has sentences', (_, code) => {
  expect(hasWords(code)).toBe(true);
});
