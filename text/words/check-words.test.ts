import { expect, test } from 'vitest';
import type { PermissionCheck, Proof } from '../../electron/contract/grant.ts';
import { checkWords } from './check-words.ts';
import { createText } from '../create-text.ts';

const text = createText();
const proof = (outcome: Proof['outcome'], code?: string): Proof => ({
  outcome,
  at: null,
  problem: code === undefined ? null : { code, params: {}, retry: 'after' },
});
const row = (
  type: 'delegated' | 'application',
  verdict: PermissionCheck['verdict'],
  grant: Proof,
  rest: Proof,
) => {
  const permission = { id: '11111111-0000-4000-8000-000000000000', type, name: 'User.Read' };
  return checkWords(
    text,
    { permission, verdict, grant, token: rest, read: rest },
    'ada@msp.example',
  );
};
const noCredential = proof('notTried', 'identity.noCredential');
const beyondUs = proof('notTried', 'grant.vendorsRegistration');

test('what works for the person who is signed in is said of that person alone', () => {
  const works = row('delegated', 'couldNotTell', noCredential, proof('proven'));
  expect(works).toBe('Works for ada@msp.example');
  expect(row('application', 'couldNotTell', noCredential, noCredential)).toBe('Couldn’t verify');
  expect(row('delegated', 'couldNotTell', noCredential, proof('notTried'))).toBe('Couldn’t verify');
});

test('what a tenant records of a vendor’s connector is on record, and no more', () => {
  expect(row('delegated', 'couldNotTell', proof('proven'), beyondUs)).toBe('On record');
  expect(row('application', 'couldNotTell', proof('proven'), beyondUs)).toBe('On record');
  expect(row('application', 'missing', proof('missing'), beyondUs)).toBe('Missing');
});

test('every other row says its verdict', () => {
  expect(row('application', 'proven', proof('proven'), proof('proven'))).toBe('Verified');
  expect(row('delegated', 'proven', proof('proven'), proof('notTried'))).toBe('Verified');
  const failed = row('application', 'couldNotTell', proof('proven'), proof('couldNotTell'));
  expect(failed).toBe('Couldn’t verify');
});
