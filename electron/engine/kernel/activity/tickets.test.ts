import { beforeEach, describe, expect, it } from 'vitest';
import { createRooms } from '../../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../../test/support/engine-rooms.ts';
import { createActivity } from './activity.ts';
import { createTickets } from './tickets.ts';

const fabrikam = '0a1b2c3d-1111-4222-8333-444455556666';
const contoso = '0a1b2c3d-2222-4222-8333-444455556666';
const profileId = '11111111-1111-4111-8111-111111111111';

let rooms: Rooms;
beforeEach(async () => {
  rooms = createRooms();
  await rooms.ledger.profiles.add(
    {
      id: profileId,
      name: 'Connector',
      clientId: '22222222-2222-4222-8222-222222222222',
      cloud: { kind: 'global' },
      owner: 'ours',
      requiredPermissions: [],
      landingPage: null,
      backend: null,
      createdAt: 0,
    },
    null,
  );
  for (const tenantId of [fabrikam, contoso]) {
    await rooms.ledger.tenants.add({
      tenantId,
      profileId,
      alias: null,
      displayName: null,
      primaryDomain: null,
      initialDomain: null,
      verifiedDomains: [],
      formerDomains: [],
      tags: [],
      notes: null,
      addedAs: 'example.com',
      addedAt: 0,
    });
  }
});

const ticketsIn = async (tenantId: string | null) =>
  (await rooms.activity.list({ tenantId, before: null, limit: 9 })).map(({ ticket }) => ticket);
const test = (tenantId: string | null) =>
  rooms.activity.record({ action: 'tested', result: 'granted', tenantId });

describe('a ticket number', () => {
  it('stands with everything done for its customer while it is kept, and with nothing else', async () => {
    await test(fabrikam);
    await rooms.tickets.set(fabrikam, 'T1234');
    await test(fabrikam);
    await test(contoso);
    await rooms.tickets.set(fabrikam, 'T9');
    await test(fabrikam);
    await rooms.tickets.set(fabrikam, null);
    await test(fabrikam);
    expect(await ticketsIn(fabrikam)).toEqual([null, 'T9', 'T1234', null]);
    expect(await ticketsIn(contoso)).toEqual([null]);
    expect(await rooms.tickets.list()).toEqual([]);
  });

  it('of one command stands with all that it does, before the one that is kept', async () => {
    const tickets = createTickets({
      store: rooms.ledger.tickets,
      changes: rooms.changes,
      ofThisRun: 'RMM-7',
    });
    await tickets.set(fabrikam, 'T1234');
    const activity = createActivity({ ...rooms, store: rooms.ledger.activity, tickets });
    await activity.record({ action: 'tested', result: 'granted', tenantId: fabrikam });
    await activity.record({ action: 'exported', result: 'finished' });
    expect(await ticketsIn(fabrikam)).toEqual(['RMM-7']);
    expect(await ticketsIn(null)).toEqual(['RMM-7', 'RMM-7']);
  });

  it('is announced, so that every window shows it', async () => {
    await rooms.tickets.set(fabrikam, 'T1234');
    expect(rooms.published).toContainEqual({ topic: 'tenants', tenantId: fabrikam });
  });
});
