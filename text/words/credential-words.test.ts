import { expect, test } from 'vitest';
import { createText } from '../create-text.ts';
import { credentialEndWords, credentialState } from './credential-words.ts';

const text = createText('en', { timeZone: 'UTC' });
const now = Date.parse('2026-11-24T12:00:00.000Z');
const of = (expiresAt: string | null, owner: 'ours' | 'vendor' = 'ours') => ({
  owner,
  credential: { kind: 'certificate' as const, thumbprint: 'ab', expiresAt },
});

test.each([
  ['2027-03-03T00:00:00.000Z', 'Valid until 3 Mar 2027', 'fine'],
  ['2026-12-25T11:59:00.000Z', 'Expires in 30 days', 'soon'],
  ['2026-12-25T12:00:00.000Z', 'Valid until 25 Dec 2026', 'fine'],
  ['2026-11-25T13:00:00.000Z', 'Expires in 1 day', 'soon'],
  ['2026-11-24T18:00:00.000Z', 'Expires today', 'soon'],
  ['2026-11-22T12:00:00.000Z', 'Expired 2 days ago', 'expired'],
  [null, 'expiry unknown', 'fine'],
] as const)('a credential until %s: %s', (expiresAt, words, state) => {
  expect(credentialEndWords(text, of(expiresAt), now)).toBe(words);
  expect(credentialState(of(expiresAt), now)).toBe(state);
});

test('a vendor’s connector misses nothing when it has no credential; our own does', () => {
  expect(credentialState({ owner: 'vendor', credential: null }, now)).toBe('fine');
  expect(credentialState({ owner: 'ours', credential: null }, now)).toBe('missing');
  expect(credentialEndWords(text, { owner: 'ours', credential: null }, now)).toBe(
    'None on this computer',
  );
});
