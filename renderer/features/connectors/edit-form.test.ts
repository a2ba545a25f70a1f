import { expect, test } from 'vitest';
import { profileEdit } from '../../../electron/contract/profile.ts';
import { faultyFields } from '../../../test/support/faulty-fields.ts';
import { editForm } from './edit-form.ts';

const profileId = '11111111-1111-4111-8111-111111111111';
const typed = {
  name: ' Acme Shield ',
  landingPage: 'https://msp.example/thanks',
  backendName: '',
  backendAddress: '',
  backendWords: '',
};

test('what was emptied is taken back, what was typed is trimmed', () => {
  expect(profileEdit.parse({ profileId, ...editForm.parse(typed) })).toEqual({
    profileId,
    name: 'Acme Shield',
    landingPage: typed.landingPage,
    backend: null,
  });
});

test('faults are named by field: only https, and a backend has a name', () => {
  const wrong = {
    ...typed,
    name: ' ',
    landingPage: 'http://msp.example',
    backendAddress: 'javascript:alert(1)',
  };
  expect(faultyFields(editForm, wrong)).toEqual([
    'name',
    'landingPage',
    'backendAddress',
    'backendName',
  ]);
});
