import { expect, test } from 'vitest';
import type { Tenant } from '../../electron/contract/tenant.ts';
import { findCustomers } from './find-customers.ts';

const tenant = (rest: Partial<Tenant>): Tenant => ({
  tenantId: '11111111-1111-4111-8111-111111111111',
  profileId: '22222222-2222-4222-8222-222222222222',
  alias: null,
  displayName: null,
  primaryDomain: null,
  initialDomain: null,
  verifiedDomains: [],
  formerDomains: [],
  tags: [],
  notes: null,
  addedAs: 'typed.example',
  addedAt: '2026-11-24T12:00:00Z',
  ...rest,
});
const muller = tenant({
  alias: 'Müller Bau',
  primaryDomain: 'mueller.example',
  verifiedDomains: ['mueller.example', 'second.example'],
  formerDomains: ['former.example'],
  tags: ['Gold', 'Köln'],
});
const other = tenant({
  tenantId: '33333333-3333-4333-8333-333333333333',
  addedAs: 'other.example',
});
const all = [muller, other];

test.each([
  ['muller bau'],
  ['second.ex'],
  ['former.ex'],
  ['koln'],
  ['typed.example'],
  ['11111111-1111'],
  [' Mueller '],
])(
  '“%s” finds the customer by alias, domain, former domain, tag or id, without case and accents',
  (search) => {
    expect(findCustomers(all, search)).toEqual([muller]);
  },
);

test('an empty search finds everybody', () => {
  expect(findCustomers(all, '  ')).toEqual(all);
});
