import { expect, test } from 'vitest';
import { profileEdit } from '../../../electron/contract/profile.ts';
import { editFaults, editOf } from './edit-draft.ts';

const profileId = '11111111-1111-4111-8111-111111111111';
const draft = {
  name: ' Acme Shield ',
  landingPage: 'https://msp.example/thanks',
  backendName: '',
  backendAddress: '',
  backendWords: '',
};

test('what was emptied is taken back, what was typed is trimmed', () => {
  expect(editFaults(draft)).toEqual({});
  expect(profileEdit.parse(editOf(profileId, draft))).toEqual({
    profileId,
    name: 'Acme Shield',
    landingPage: draft.landingPage,
    backend: null,
  });
});

test('faults are named by field: only https, and a backend has a name', () => {
  expect(
    editFaults({
      ...draft,
      name: ' ',
      landingPage: 'http://msp.example',
      backendAddress: 'javascript:alert(1)',
    }),
  ).toEqual({
    name: 'nameMissing',
    landingPage: 'addressWrong',
    backendAddress: 'addressWrong',
    backendName: 'backendNameMissing',
  });
});
