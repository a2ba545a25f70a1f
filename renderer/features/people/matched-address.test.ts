import { expect, test } from 'vitest';
import type { PersonRow } from '../../../electron/contract/directory.ts';
import { matchedAddress } from './matched-address.ts';

const jane: PersonRow = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  id: '22222222-2222-4222-8222-222222222222',
  displayName: 'Jane Okafor',
  userPrincipalName: 'jane.okafor@contoso.example',
  mail: 'jane.okafor@contoso.example',
  jobTitle: null,
  otherAddresses: ['jbell@contoso.onmicrosoft.example', 'Jane.Bell@contoso.example'],
  guest: false,
  enabled: true,
};

test('somebody found by a former address is shown with the address that matched', () => {
  expect(matchedAddress(jane, 'jane.bell@')).toBe('Jane.Bell@contoso.example');
  expect(matchedAddress(jane, ' JBELL ')).toBe('jbell@contoso.onmicrosoft.example');
});

test('a name or a current address needs no explanation', () => {
  expect(matchedAddress(jane, 'jane')).toBeNull();
  expect(matchedAddress(jane, 'okafor@contoso')).toBeNull();
  expect(matchedAddress(jane, '')).toBeNull();
});
