import { expect, test } from 'vitest';
import { readTags, tagsFit } from './read-tags.ts';

test('tags are parted by commas, semicolons and lines; nothing between two is no tag', () => {
  expect(readTags(' gold, Dublin office;; dentists,\n')).toEqual([
    'gold',
    'Dublin office',
    'dentists',
  ]);
  expect(readTags('  ')).toEqual([]);
});

test('a tag of more than 40 characters, or a 21st, does not fit', () => {
  expect(tagsFit(['x'.repeat(40)])).toBe(true);
  expect(tagsFit(['x'.repeat(41)])).toBe(false);
  expect(tagsFit(Array.from({ length: 21 }, (_, index) => `tag ${index}`))).toBe(false);
});
