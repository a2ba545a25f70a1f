import { expect, test } from 'vitest';
import { makeCustomers } from '../../../test/support/fake-engine/sample-data.ts';
import { allTags, withTags } from './tags.ts';

const [first, second, third] = makeCustomers(false).map(({ row }) => row);
if (!first || !second || !third) throw new Error('the sample has three customers');
const customers = [
  { ...first, tags: ['Gold', 'Dublin office'] },
  { ...second, tags: ['gold'] },
  { ...third, tags: [] },
];

test('the filter offers each tag once, whatever its case, in order', () => {
  expect(allTags(customers).map((tag) => tag.toLowerCase())).toEqual(['dublin office', 'gold']);
});

test('customers must have every chosen tag; nothing chosen finds all', () => {
  expect(withTags(customers, ['GOLD'])).toHaveLength(2);
  expect(withTags(customers, ['gold', 'Dublin office'])).toEqual([customers[0]]);
  expect(withTags(customers, [])).toEqual(customers);
});
