import { expect, test } from 'vitest';
import { newProfile } from '../../../../electron/contract/profile.ts';
import type { ConsentLinkReading } from '../../../../electron/contract/vendor.ts';
import { emptyVendorDraft, vendorFaults, vendorProfileOf, withLink } from './vendor-draft.ts';
import type { VendorDraft } from './vendor-draft.ts';

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
const typed: VendorDraft = {
  ...emptyVendorDraft,
  name: ' Palisade ',
  clientId: ` ${clientId.toUpperCase()} `,
};

test('an untouched form names what is missing, and asks for no credential', () => {
  expect(vendorFaults(emptyVendorDraft)).toEqual({
    name: 'nameMissing',
    clientId: 'clientIdWrong',
  });
});

test('a client ID with quotes and invisible characters around it is what the contract takes', () => {
  const draft = { ...typed, clientId: `\u200e"${clientId}"` };
  expect(vendorFaults(draft)).toEqual({});
  expect(newProfile.parse(vendorProfileOf(draft, null)).clientId).toBe(clientId);
});

test('a link that nobody has confirmed is not sent', () => {
  expect(vendorFaults({ ...typed, link })).toEqual({ link: 'linkUnconfirmed' });
  expect(vendorProfileOf({ ...typed, link }, null).vendor?.consentLink).toBeNull();
});

test('a confirmed link fills in client id and cloud', () => {
  const draft = withLink({ ...emptyVendorDraft, name: 'Palisade', link }, reading);
  expect(vendorFaults(draft)).toEqual({});
  expect(newProfile.parse(vendorProfileOf(draft, null))).toMatchObject({
    clientId,
    cloud: { kind: 'china' },
    credential: null,
    vendor: { consentLink: link, readerId: null },
  });
});

test('the vendor’s own page is an address by https', () => {
  expect(vendorFaults({ ...typed, address: 'console.vendor.example' })).toEqual({
    address: 'addressWrong',
  });
  const draft = { ...typed, address: 'https://console.vendor.example/' };
  expect(newProfile.parse(vendorProfileOf(draft, clientId))).toMatchObject({
    clientId,
    backend: { name: 'Palisade', address: 'https://console.vendor.example/' },
    vendor: { readerId: clientId },
  });
});
