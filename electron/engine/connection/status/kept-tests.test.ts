import { beforeEach, expect, test } from 'vitest';
import { createRooms } from '../../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../../test/support/engine-rooms.ts';
import { connector, fabrikam } from '../../../../test/support/fake-tenant.ts';
import { goodTest } from '../../../../test/support/grant-evidence.ts';
import type { GrantStore, TestWorth } from '../store.ts';
import { createKeptTests } from './kept-tests.ts';

const id = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const good = { reached: true, good: true };
const unreached = { reached: false, good: false };

let rooms: Rooms;
let allTests: ReturnType<typeof createKeptTests>;
/** How many tests each query asked the store for. */
let asked: number[];

beforeEach(async () => {
  rooms = createRooms();
  asked = [];
  const { grants, profiles, tenants } = rooms.ledger;
  const store: Pick<GrantStore, 'newestTests' | 'testsAt'> = {
    newestTests: () => grants.newestTests(),
    testsAt: (numbers) => {
      asked.push(numbers.length);
      return grants.testsAt(numbers);
    },
  };
  allTests = createKeptTests(store);
  await profiles.add(connector.profile, null);
  await tenants.add({
    tenantId: fabrikam,
    profileId: connector.profile.id,
    alias: null,
    displayName: null,
    primaryDomain: null,
    initialDomain: null,
    verifiedDomains: [],
    formerDomains: [],
    tags: [],
    notes: null,
    addedAs: 'fabrikam.example',
    addedAt: 0,
  });
});

const add = (digit: string, worth: TestWorth) =>
  rooms.ledger.grants.addTest(goodTest({ id: id(digit), tenantId: fabrikam }), worth);

test('each test is read once, and what it answers is what the store holds', async () => {
  await add('1', good);
  await add('2', unreached);
  expect(await allTests()).toEqual(await rooms.ledger.grants.allTests());
  expect(await allTests()).toEqual(await rooms.ledger.grants.allTests());
  expect(asked).toEqual([2]);
  await add('3', good);
  expect(await allTests()).toEqual(await rooms.ledger.grants.allTests());
  expect(asked).toEqual([2, 1]);
});

test('a customer who was removed here has no test, and one that comes after is read', async () => {
  await add('1', good);
  await allTests();
  const line = await rooms.activity.line({ action: 'grantRemovedHere', result: 'removed' });
  await rooms.ledger.grants.removeHere({ tenantId: fabrikam, at: 1 }, line);
  expect((await allTests()).size).toBe(0);
  await add('2', good);
  expect((await allTests()).get(fabrikam)?.last.id).toBe(id('2'));
});

test('a test that is dropped while it is asked for is none', async () => {
  await add('1', good);
  const { grants } = rooms.ledger;
  const dropped = createKeptTests({
    newestTests: () => grants.newestTests(),
    testsAt: async () => new Map(),
  });
  expect((await dropped()).size).toBe(0);
});
