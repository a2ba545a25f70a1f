import { expect, test } from 'vitest';
import { newProfile } from '../../../electron/contract/profile.ts';
import { emptyDraft, faultsOf, profileOf } from './connector-draft.ts';
import type { ConnectorDraft } from './connector-draft.ts';

const pem = {
  fileName: 'connector.pem',
  text: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n',
};
const filled: ConnectorDraft = {
  ...emptyDraft,
  name: 'Vendor',
  clientId: ' 12345678-1234-1234-1234-1234567890AB ',
  pem,
};

test('an untouched form names every field that is missing', () => {
  expect(faultsOf(emptyDraft)).toEqual({
    name: 'nameMissing',
    clientId: 'clientIdWrong',
    pem: 'certificateMissing',
  });
});

test('a certificate without its private key is refused here, before it is sent', () => {
  const publicOnly = {
    fileName: 'public.pem',
    text: pem.text.split('-----BEGIN PRIVATE')[0] ?? '',
  };
  expect(faultsOf({ ...filled, pem: publicOnly })).toEqual({ pem: 'certificateWrong' });
});

test('a filled form has no faults, and is what the contract takes', () => {
  expect(faultsOf(filled)).toEqual({});
  expect(newProfile.parse(profileOf(filled))).toMatchObject({
    clientId: '12345678-1234-1234-1234-1234567890ab',
    credential: { kind: 'certificate', pem: pem.text },
  });
});

test('a credential that was filled in and then given up is not sent', () => {
  expect(
    profileOf({ ...filled, credential: 'none', secret: 'typed before' }).credential,
  ).toBeNull();
});
