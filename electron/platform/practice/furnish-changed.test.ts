import { expect, it } from 'vitest';
import type { PracticeControl } from './control.ts';
import { furnishChanged } from './furnish-changed.ts';

const appId = 'cccccccc-0000-4000-8000-000000000000';
const domain = (name: string, is: { isDefault?: boolean; isInitial?: boolean } = {}) => ({
  name,
  isDefault: false,
  isInitial: false,
  isVerified: true,
  ...is,
});

/** A practice customer, and what happens to it, in order. */
function customer(options: { readonly deleted?: boolean; readonly refusesTheTest?: boolean } = {}) {
  const happened: string[] = [];
  const control: PracticeControl = {
    record: async () => ({
      domains: [
        domain('old.example'),
        domain('old.onmicrosoft.example', { isInitial: true }),
        domain('new.example', { isDefault: true }),
      ],
      servicePrincipals: [{ appId }],
      deletedServicePrincipals: options.deleted === true ? [{ appId }] : [],
    }),
    change: async (change) => {
      happened.push(
        change.type === 'makePrimary'
          ? `primary ${change.domain}`
          : `refused ${String(change.refused)}`,
      );
    },
  };
  const furnished = furnishChanged({
    control,
    appId,
    add: async (name) => void happened.push(`add ${name}`),
    test: async () => {
      happened.push('test');
      if (options.refusesTheTest === true) throw new Error('out of reach');
    },
  });
  return { happened, furnished };
}

it('lives through what happened: green under the former domain, then changed and refused', async () => {
  const { happened, furnished } = customer();
  await furnished;
  expect(happened).toEqual([
    'primary old.example',
    'refused false',
    'add old.example',
    'test',
    'primary new.example',
    'refused true',
    'test',
  ]);
});

it('only adds a customer whose reset was done before: nothing of it is undone', async () => {
  const { happened, furnished } = customer({ deleted: true });
  await furnished;
  expect(happened).toEqual(['add new.example']);
});

it('leaves the cloud as it was when something fails on the way', async () => {
  const { happened, furnished } = customer({ refusesTheTest: true });
  await expect(furnished).rejects.toThrow('out of reach');
  expect(happened.slice(-2)).toEqual(['primary new.example', 'refused true']);
});
