import { expect, test } from 'vitest';
import { credentialInput } from '../../../electron/contract/profile.ts';
import { faultyFields } from '../../../test/support/faulty-fields.ts';
import { emptyCredential, readCredentialFile, typedCredential } from './credential-form.ts';

test('files go inwards byte for byte, with their passphrase', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const file = await readCredentialFile(new File([bytes], 'laptop.pfx'));
  expect(file.name).toBe('laptop.pfx');
  const draft = { ...emptyCredential, files: [file], passphrase: 'x' };
  const parsed = credentialInput.parse(typedCredential.parse({ kind: 'certificate', ...draft }));
  expect(parsed).toMatchObject({ kind: 'files', passphrase: 'x' });
  const [base64 = ''] = parsed.kind === 'files' ? parsed.files : [];
  expect(Array.from(atob(base64), (letter) => letter.charCodeAt(0))).toEqual([...bytes]);
});

test('a secret’s last day counts to its end', () => {
  const draft = {
    kind: 'secret',
    ...emptyCredential,
    secret: 'hush',
    secretEnd: '2027-01-31',
  };
  expect(credentialInput.parse(typedCredential.parse(draft))).toEqual({
    kind: 'secret',
    value: 'hush',
    expiresAt: '2027-01-31T23:59:59.000Z',
  });
  expect(typedCredential.parse({ ...draft, secretEnd: '' })).toMatchObject({ expiresAt: null });
});

test('nothing chosen and nothing pasted are told before anything is sent', () => {
  const faults = (kind: string, draft: object) =>
    faultyFields(typedCredential, { kind, ...emptyCredential, ...draft });
  expect(faults('certificate', {})).toEqual(['files']);
  expect(faults('secret', { secret: ' ' })).toEqual(['secret']);
  expect(faults('newKeyPair', {})).toEqual([]);
});
