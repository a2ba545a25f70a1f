import { expect, test } from 'vitest';
import { newProfile } from '../../../../electron/contract/profile.ts';
import type { ConsentLinkReading } from '../../../../electron/contract/vendor.ts';
import { faultyFields } from '../../../../test/support/faulty-fields.ts';
import { filledInBy, untouchedVendor, vendorForm, vendorProfileOf } from './vendor-form.ts';
import type { TypedVendor } from './vendor-form.ts';

const clientId = '12345678-1234-1234-1234-1234567890ab';
const reading: ConsentLinkReading = {
  clientId,
  clouds: [{ choice: { kind: 'china' }, label: 'China (21Vianet)' }],
  form: 'short',
  scopes: [],
  redirectUri: null,
  tenant: 'common',
};
const link = `https://login.partner.microsoftonline.cn/common/adminconsent?client_id=${clientId}`;
const typed: TypedVendor = {
  ...untouchedVendor,
  name: ' Palisade ',
  clientId: ` ${clientId.toUpperCase()} `,
};
const faults = (draft: TypedVendor) => faultyFields(vendorForm, draft);
const profileOf = (draft: TypedVendor, readerId: string | null = null) =>
  newProfile.parse(vendorProfileOf(vendorForm.parse(draft), readerId));

test('an untouched form names what is missing, and asks for no credential', () => {
  expect(faults(untouchedVendor)).toEqual(['name', 'clientId']);
});

test('a client ID with quotes and invisible characters around it is what the contract takes', () => {
  expect(profileOf({ ...typed, clientId: `\u200e"${clientId}"` }).clientId).toBe(clientId);
});

test('a link that was not confirmed is not sent', () => {
  expect(faults({ ...typed, link })).toEqual(['link']);
  expect(profileOf(typed).vendor?.consentLink).toBeNull();
});

test('a confirmed link fills in client id and cloud', () => {
  const draft = { ...untouchedVendor, name: 'Palisade', link, ...filledInBy(reading) };
  expect(profileOf(draft)).toMatchObject({
    clientId,
    cloud: { kind: 'china' },
    credential: null,
    vendor: { consentLink: link, readerId: null },
  });
});

test('the vendor’s own page is an address by https', () => {
  expect(faults({ ...typed, address: 'console.vendor.example' })).toEqual(['address']);
  const draft = { ...typed, address: 'https://console.vendor.example/' };
  expect(profileOf(draft, clientId)).toMatchObject({
    clientId,
    backend: { name: 'Palisade', address: 'https://console.vendor.example/' },
    vendor: { readerId: clientId },
  });
});
