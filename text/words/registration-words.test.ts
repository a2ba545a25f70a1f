import { describe, expect, test } from 'vitest';
import type { RegistrationCheck } from '../../electron/contract/set-up.ts';
import { registrationCheck, registrationCheckKind } from '../../electron/contract/set-up.ts';
import { createText } from '../create-text.ts';
import { registrationFix, registrationWords } from './registration-words.ts';

const text = createText();
/** Every parameter that a check may have. */
const params = {
  name: 'Acme Shield',
  uri: 'http://localhost',
  similar: 'http://localhost/x',
  names: 'User.Read',
  publisher: 'Contoso',
  missing: 'Directory.Read.All',
  extra: '',
};
const check = (changes: Partial<RegistrationCheck>): RegistrationCheck => ({
  kind: 'redirect',
  verdict: 'right',
  found: 'asItShouldBe',
  params,
  problem: null,
  ...changes,
});

describe('a registration’s check in words', () => {
  test.each(registrationCheckKind.options)('%s has a sentence when it is right', (kind) => {
    const words = registrationWords(text, check({ kind }));
    expect(words).toMatch(/\.$/);
    expect(words).not.toMatch(/\{\{|\bunknown\b|setUp:/);
    expect(registrationFix(text, check({ kind }))).toBeNull();
  });

  test.each(registrationCheckKind.options)('%s says which button puts it right', (kind) => {
    const fix = registrationFix(text, check({ kind, verdict: 'wrong', found: 'unverified' }));
    expect(fix).toMatch(/^In the portal: .+\.$/);
  });

  test.each(registrationCheck.shape.found.options)('%s has a sentence', (found) => {
    const problem = { code: 'setUp.notGranted', params: {}, retry: 'after' } as const;
    const words = registrationWords(text, check({ verdict: 'wrong', found, problem }));
    expect(words).not.toMatch(/\{\{|\bunknown\b|setUp:|undefined/);
  });

  test('names what is missing, and says none where nothing is too many', () => {
    expect(registrationWords(text, check({ verdict: 'wrong', found: 'permissionsDiffer' }))).toBe(
      'Missing: Directory.Read.All. Not needed: none.',
    );
  });
});
