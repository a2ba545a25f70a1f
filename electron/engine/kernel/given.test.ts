import { expect, test } from 'vitest';
import { given } from './given.ts';

test('what is undefined is not there, and undoes nothing that it is spread over', () => {
  const changes: { readonly name?: string | undefined; readonly notes: string | null } = {
    name: undefined,
    notes: null,
  };
  expect(Object.keys(given(changes))).toEqual(['notes']);
  expect({ name: 'Contoso', ...given(changes) }).toEqual({ name: 'Contoso', notes: null });
});
