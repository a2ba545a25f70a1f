import { beforeEach, expect, test } from 'vitest';
import { createRooms } from '../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../test/support/engine-rooms.ts';
import { createForgetting } from './forgetting.ts';
import type { Forgetting } from './forgetting.ts';
import { createLeases } from '../kernel/leases/leases.ts';
import type { Leases } from '../kernel/leases/leases.ts';

const fabrikam = 'ffffffff-0000-4000-8000-000000000000';
const contoso = 'cccccccc-0000-4000-8000-000000000000';
const profileId = '11111111-0000-4000-8000-000000000000';

let rooms: Rooms;
let leases: Leases;
let done: string[];
let forgetting: Forgetting;
beforeEach(async () => {
  rooms = createRooms();
  done = [];
  const { ledger } = rooms;
  leases = createLeases({ ...rooms, store: ledger.leases, holder: 'desk' });
  const note = (what: string) => async () => void done.push(what);
  forgetting = createForgetting({
    ...rooms,
    store: ledger.tenants,
    leases,
    stop: note('stopped'),
    tokens: {
      account: () => Promise.resolve('sanne@partner.example'),
      staying: () => Promise.resolve(['sanne@partner.example']),
      forget: note('tokens'),
    },
    directory: {
      forget: note('directory'),
      damagedCopies: () => Promise.resolve(['directory.damaged-1.db']),
      dropDamagedCopies: () => {
        done.push('damaged copies');
        return Promise.resolve(['directory.damaged-1.db']);
      },
    },
  });
  await ledger.profiles.add(
    {
      id: profileId,
      name: 'Connector',
      clientId: profileId,
      cloud: { kind: 'global' },
      owner: 'ours',
      requiredPermissions: [],
      createdAt: 0,
      landingPage: null,
      backend: null,
    },
    null,
  );
  for (const tenantId of [fabrikam, contoso]) {
    await ledger.tenants.add({
      tenantId,
      profileId,
      alias: null,
      displayName: null,
      primaryDomain: null,
      initialDomain: null,
      verifiedDomains: [],
      formerDomains: [],
      addedAs: 'fabrikam.example',
      addedAt: 0,
      tags: [],
      notes: null,
    });
    await rooms.activity.record({ action: 'tenantAdded', result: 'added', tenantId });
  }
});

const lines = (tenantId: string) => rooms.activity.list({ tenantId, before: null, limit: 10 });

test('tokens and directory go first, then the record; one line with id, time and account stays', async () => {
  expect(await forgetting.forget(fabrikam)).toEqual(['directory.damaged-1.db']);
  expect(done).toEqual(['stopped', 'tokens', 'directory', 'damaged copies']);
  expect(await rooms.ledger.tenants.get(fabrikam)).toBeNull();
  expect(await lines(fabrikam)).toEqual([
    expect.objectContaining({
      action: 'tenantForgotten',
      tenantId: fabrikam,
      account: 'sanne@partner.example',
      profileId: null,
      params: {},
    }),
  ]);
});

test('other customers keep everything', async () => {
  await forgetting.forget(fabrikam);
  expect(await rooms.ledger.tenants.get(contoso)).not.toBeNull();
  expect(await lines(contoso)).toMatchObject([{ action: 'tenantAdded' }]);
});

test('the line of an earlier forgetting outlives the next one', async () => {
  const tenant = await rooms.ledger.tenants.get(fabrikam);
  if (tenant === null) throw new Error('it is there');
  await forgetting.forget(fabrikam);
  await rooms.ledger.tenants.add(tenant);
  await forgetting.forget(fabrikam);
  expect(await lines(fabrikam)).toHaveLength(2);
});

test.each(['test', 'reset'] as const)(
  'while a %s works on the tenant nothing is dropped',
  async (kind) => {
    await leases.hold({ tenantId: fabrikam, kind }, async () => {
      await expect(forgetting.forget(fabrikam)).rejects.toMatchObject({
        code: 'lease.held',
        params: { kind },
      });
    });
    expect(done).toEqual(['stopped']);
    expect(await rooms.ledger.tenants.get(fabrikam)).not.toBeNull();
    await forgetting.forget(fabrikam);
  },
);

test('says who stays signed in, and knows no customer who is not here', async () => {
  expect(await forgetting.staying(fabrikam)).toEqual(['sanne@partner.example']);
  await expect(forgetting.staying(profileId)).rejects.toThrow('tenant.unknown');
  await expect(forgetting.forget(profileId)).rejects.toThrow('tenant.unknown');
});
