import { expect, test } from 'vitest';
import { newProfile } from '../../../electron/contract/profile.ts';
import { emptyDraft, faultsOf, profileOf } from './registration-draft.ts';
import type { RegistrationDraft } from './registration-draft.ts';

const filled: RegistrationDraft = {
  ...emptyDraft,
  name: 'Vendor',
  clientId: ' 12345678-1234-1234-1234-1234567890AB ',
  files: [{ name: 'connector.pem', base64: 'LS0t' }],
};

test('an untouched form names every field that is missing', () => {
  expect(faultsOf(emptyDraft)).toEqual({
    name: 'nameMissing',
    clientId: 'clientIdWrong',
    files: 'filesMissing',
  });
});

test('a filled form has no faults, and is what the contract takes', () => {
  expect(faultsOf(filled)).toEqual({});
  expect(newProfile.parse(profileOf(filled))).toMatchObject({
    clientId: '12345678-1234-1234-1234-1234567890ab',
    credential: { kind: 'files', files: ['LS0t'], passphrase: '' },
  });
});

test.each([
  '“{12345678-1234-1234-1234-1234567890AB}”',
  '\u200e12345678-1234-1234-1234-1234567890AB,',
])('a client ID that was pasted as %j is what the contract takes', (clientId) => {
  const draft = { ...filled, clientId };
  expect(faultsOf(draft)).toEqual({});
  expect(newProfile.parse(profileOf(draft)).clientId).toBe('12345678-1234-1234-1234-1234567890ab');
});

test('a credential that was filled in and then given up is not sent', () => {
  expect(
    profileOf({ ...filled, credential: 'none', secret: 'typed before' }).credential,
  ).toBeNull();
});
