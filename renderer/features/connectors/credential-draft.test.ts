import { expect, test } from 'vitest';
import { credentialInput } from '../../../electron/contract/profile.ts';
import {
  credentialFaults,
  credentialOf,
  emptyCredential,
  readCredentialFile,
} from './credential-draft.ts';

test('files go inwards byte for byte, with their passphrase', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const file = await readCredentialFile(new File([bytes], 'laptop.pfx'));
  expect(file.name).toBe('laptop.pfx');
  const sent = credentialOf('certificate', { ...emptyCredential, files: [file], passphrase: 'x' });
  const parsed = credentialInput.parse(sent);
  expect(parsed).toMatchObject({ kind: 'files', passphrase: 'x' });
  const [base64 = ''] = parsed.kind === 'files' ? parsed.files : [];
  expect(Array.from(atob(base64), (letter) => letter.charCodeAt(0))).toEqual([...bytes]);
});

test('a secret’s last day counts to its end', () => {
  const draft = { ...emptyCredential, secret: 'hush', secretEnd: '2027-01-31' };
  expect(credentialInput.parse(credentialOf('secret', draft))).toEqual({
    kind: 'secret',
    value: 'hush',
    expiresAt: '2027-01-31T23:59:59.000Z',
  });
  expect(credentialOf('secret', { ...draft, secretEnd: '' })).toMatchObject({ expiresAt: null });
});

test('nothing chosen and nothing pasted are told before anything is sent', () => {
  expect(credentialFaults('certificate', emptyCredential)).toEqual({ files: 'filesMissing' });
  expect(credentialFaults('secret', { ...emptyCredential, secret: ' ' })).toEqual({
    secret: 'secretMissing',
  });
});
