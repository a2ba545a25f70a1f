import { expect, test } from 'vitest';
import { newSetUp } from '../../../../electron/contract/set-up.ts';
import { faultsOf, newSetUpOf } from './set-up-draft.ts';

const draft = { name: ' Acme ', home: ' contoso.com ', cloud: 'global', cloudFile: '' } as const;

test('what is filled in is what the contract takes', () => {
  expect(faultsOf(draft)).toEqual({});
  expect(newSetUp.parse(newSetUpOf(draft))).toEqual({
    name: 'Acme',
    home: 'contoso.com',
    cloud: { kind: 'global' },
  });
});

test('every field that is missing is named, a cloud file where one is needed', () => {
  const empty = { ...draft, name: ' ', home: '', cloud: 'custom' } as const;
  expect(faultsOf(empty)).toEqual({ name: true, home: true, cloudFile: true });
  expect(newSetUpOf({ ...draft, cloud: 'custom', cloudFile: ' /c.json ' }).cloud).toEqual({
    kind: 'custom',
    file: '/c.json',
  });
});
