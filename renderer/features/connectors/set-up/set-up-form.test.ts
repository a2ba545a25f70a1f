import { expect, test } from 'vitest';
import { faultyFields } from '../../../../test/support/faulty-fields.ts';
import { setUpForm } from './set-up-form.ts';

const draft = {
  name: ' Acme ',
  home: ' contoso.com ',
  cloud: { kind: 'global', file: '' },
} as const;

test('what is filled in is what the engine takes', () => {
  expect(setUpForm.parse(draft)).toEqual({
    name: 'Acme',
    home: 'contoso.com',
    cloud: { kind: 'global' },
  });
});

test('every field that is missing is named, a cloud file where one is needed', () => {
  const empty = { name: ' ', home: '', cloud: { kind: 'custom', file: ' ' } };
  expect(faultyFields(setUpForm, empty)).toEqual(['name', 'cloud.file', 'home']);
  const custom = { ...draft, cloud: { kind: 'custom', file: ' /c.json ' } };
  expect(setUpForm.parse(custom).cloud).toEqual({ kind: 'custom', file: '/c.json' });
});
