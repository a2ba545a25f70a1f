import { expect, test } from 'vitest';
import type { PartnerCustomer } from '../../../electron/contract/partner.ts';
import { createText } from '../../../text/create-text.ts';
import { findListed } from './find-listed.ts';
import { relationshipWords } from '../../../text/words/relationship-words.ts';

const fabrikam: PartnerCustomer = {
  tenantId: 'ffffffff-0000-4000-8000-000000000000',
  listedName: 'Fabrikam',
  listedDomain: 'fabrikam.example',
  relationships: [
    { name: 'Old', status: 'expired', endsAt: '2025-01-31T00:00:00.000Z' },
    { name: 'New', status: 'somethingNew', endsAt: null },
  ],
  hasContract: true,
  here: 'The bakery',
};

test('each relationship is said with its end; a status that Microsoft invents later as it is', () => {
  expect(relationshipWords(createText('en', { timeZone: 'UTC' }), fabrikam)).toEqual([
    'Expired on Jan 31, 2025',
    'somethingNew',
    'Reseller contract',
  ]);
});

test.each(['FABRI', 'fabrikam.ex', 'bakery', 'ffffffff'])('“%s” finds the customer', (search) => {
  expect(findListed([fabrikam], search)).toEqual([fabrikam]);
  expect(findListed([fabrikam], `${search} nobody`)).toEqual([]);
});
