import { expect, test } from 'vitest';
import type { Tenant } from '../../../electron/contract/tenant.ts';
import { allTags, withTags } from './tags.ts';

const customer = (number: number, tags: string[]): Tenant => ({
  tenantId: `0000000${number}-0000-4000-8000-000000000000`,
  profileId: '22222222-2222-4222-8222-222222222222',
  alias: null,
  displayName: null,
  primaryDomain: null,
  initialDomain: null,
  verifiedDomains: [],
  formerDomains: [],
  addedAs: `customer-${number}.example`,
  addedAt: '2026-11-24T12:00:00Z',
  tags,
  notes: null,
});
const customers = [customer(1, ['Gold', 'Dublin office']), customer(2, ['gold']), customer(3, [])];

test('the filter offers each tag once, whatever its case, in order', () => {
  expect(allTags(customers).map((tag) => tag.toLowerCase())).toEqual(['dublin office', 'gold']);
});

test('customers must have every chosen tag; nothing chosen finds all', () => {
  expect(withTags(customers, ['GOLD'])).toHaveLength(2);
  expect(withTags(customers, ['gold', 'Dublin office'])).toEqual([customers[0]]);
  expect(withTags(customers, [])).toEqual(customers);
});
