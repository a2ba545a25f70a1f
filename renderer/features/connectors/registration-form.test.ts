import { expect, test } from 'vitest';
import { newProfile } from '../../../electron/contract/profile.ts';
import { faultyFields } from '../../../test/support/faulty-fields.ts';
import { registrationForm, untouched } from './registration-form.ts';

const filled = {
  ...untouched,
  name: 'Vendor',
  clientId: ' 12345678-1234-1234-1234-1234567890AB ',
  credential: { ...untouched.credential, files: [{ name: 'connector.pem', base64: 'LS0t' }] },
};

test('an untouched form names every field that is missing', () => {
  expect(faultyFields(registrationForm, untouched)).toEqual([
    'name',
    'clientId',
    'credential.files',
  ]);
});

test('a filled form has no faults, and is what the contract takes', () => {
  expect(newProfile.parse(registrationForm.parse(filled))).toMatchObject({
    clientId: '12345678-1234-1234-1234-1234567890ab',
    credential: { kind: 'files', files: ['LS0t'], passphrase: '' },
  });
});

test.each([
  '“{12345678-1234-1234-1234-1234567890AB}”',
  '\u200e12345678-1234-1234-1234-1234567890AB,',
])('a client ID that was pasted as %j is what the contract takes', (clientId) => {
  expect(registrationForm.parse({ ...filled, clientId }).clientId).toBe(
    '12345678-1234-1234-1234-1234567890ab',
  );
});

test('a credential that was filled in and then given up is not sent', () => {
  const credential = { ...filled.credential, kind: 'none', secret: 'typed before' };
  expect(registrationForm.parse({ ...filled, credential }).credential).toBeNull();
});
