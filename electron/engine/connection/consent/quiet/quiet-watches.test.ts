import { beforeEach, describe, expect, test } from 'vitest';
import { createRooms } from '../../../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../../../test/support/engine-rooms.ts';
import { connector, fabrikam } from '../../../../../test/support/fake-tenant.ts';
import { goodTest } from '../../../../../test/support/grant-evidence.ts';
import { settle } from '../../../../../test/support/virtual-clock.ts';
import type { StatusKind } from '../../../../contract/grant.ts';
import type { Notice } from '../../../../contract/notice.ts';
import { createChanges } from '../../../kernel/changes.ts';
import type { Changes } from '../../../kernel/changes.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';
import type { NewsWorth } from '../../status/news.ts';
import { createQuietWatches } from './quiet-watches.ts';
import type { QuietWatches } from './quiet-watches.ts';
import { testQuietlyUntil } from './test-quietly.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let rooms: Rooms;
let watches: QuietWatches;
let told: Pick<Notice, 'kind' | 'tenant'>[];
let kind: StatusKind;
/** What quiet tests find from now on. */
let worth: NewsWorth | Error;
/** When quiet tests ran, in minutes since the start. */
let testedAt: number[];
let began: number;
let offline: boolean;

beforeEach(async () => {
  rooms = createRooms();
  told = [];
  kind = 'notGranted';
  worth = 'nothing';
  testedAt = [];
  offline = false;
  began = rooms.clock.now();
  await rooms.ledger.profiles.add(connector.profile, null);
  await rooms.ledger.tenants.add({
    tenantId: fabrikam,
    profileId: connector.profile.id,
    alias: 'Fabrikam',
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
  watches = make();
});

function make(changes: Pick<Changes, 'publish'> = rooms.changes): QuietWatches {
  return createQuietWatches({
    ...rooms,
    changes,
    store: rooms.ledger.quietWatches,
    tenants: {
      get: async (tenantId) => {
        const tenant = await rooms.ledger.tenants.get(tenantId);
        if (tenant === null) throw new EvergrantError('tenant.unknown');
        return tenant;
      },
    },
    grants: {
      status: async () => ({ kind, stale: false, since: null, attention: [], reasons: [] }),
      testQuietly: async () => {
        testedAt.push((rooms.clock.now() - began) / minute);
        if (worth instanceof Error) throw worth;
        return { test: goodTest(), worth };
      },
    },
    notices: { publish: (notice) => void told.push(notice) },
  });
}

/** Runs the quiet tests for a while. */
async function pass(ms: number, who = watches): Promise<void> {
  const leaving = new AbortController();
  const { clock, log } = rooms;
  const ports = { watches: who, changes: createChanges(), offline: () => offline, clock, log };
  const running = testQuietlyUntil(ports, leaving.signal);
  await clock.advance(ms);
  leaving.abort();
  await running;
}

const activity = async () =>
  (await rooms.activity.list({ tenantId: fabrikam, before: null, limit: 9 })).map(
    ({ action, result }) => `${action} ${result}`,
  );

describe('a customer whose administrator was asked', () => {
  test('is tested with pauses that grow from a minute to half an hour', async () => {
    expect(await watches.ask(fabrikam)).toMatchObject({ reason: 'asked', lastTestAt: null });
    await pass(125 * minute);
    expect(testedAt).toEqual([1, 3, 7, 15, 31, 61, 91, 121]);
  });

  test('has its first test a minute after it was marked, whatever was waited for before', async () => {
    const changes = createChanges();
    const who = make(changes);
    const leaving = new AbortController();
    const { clock, log } = rooms;
    const ports = { watches: who, changes, offline: () => false, clock, log };
    const running = testQuietlyUntil(ports, leaving.signal);
    await clock.advance(minute / 2);
    await who.ask(fabrikam);
    await clock.advance(minute);
    leaving.abort();
    await running;
    expect(testedAt).toEqual([1.5]);
  });

  test('leaves no line in the record for a test that found nothing', async () => {
    await watches.ask(fabrikam);
    await pass(70 * minute);
    expect(await activity()).toEqual(['administratorAsked asked']);
    expect((await watches.of(fabrikam))?.lastTestAt).not.toBeNull();
  });

  test('is no longer asked once granted, and the technician is told once', async () => {
    await watches.ask(fabrikam);
    worth = 'granted';
    await pass(5 * minute);
    expect(await watches.of(fabrikam)).toBeNull();
    expect(testedAt).toEqual([1]);
    expect(told).toMatchObject([{ kind: 'granted', tenant: { tenantId: fabrikam } }]);
    expect(await activity()).toEqual(['askEnded granted', 'administratorAsked asked']);
  });

  test('is tested soon again when something is there that was not before', async () => {
    await watches.ask(fabrikam);
    await pass(15.5 * minute);
    worth = 'begun';
    await pass(15.5 * minute);
    worth = 'granted';
    await pass(minute);
    expect(testedAt).toEqual([1, 3, 7, 15, 31, 32]);
  });

  test('is settled by any other test that turns it green', async () => {
    await watches.ask(fabrikam);
    await watches.settle(fabrikam);
    expect(await watches.of(fabrikam)).not.toBeNull();
    kind = 'granted';
    await watches.settle(fabrikam);
    expect(await watches.of(fabrikam)).toBeNull();
    expect(told).toHaveLength(1);
  });

  test('goes on after a restart, with the test that fell due meanwhile', async () => {
    await watches.ask(fabrikam);
    await pass(2 * minute);
    await rooms.clock.advance(60 * minute);
    await pass(minute, make());
    expect(testedAt).toEqual([1, 62]);
  });

  test('is tested by one process alone', async () => {
    await watches.ask(fabrikam);
    const leaving = new AbortController();
    const { clock, log } = rooms;
    const running = [watches, make()].map((who) =>
      testQuietlyUntil(
        { watches: who, changes: createChanges(), offline: () => false, clock, log },
        leaving.signal,
      ),
    );
    await clock.advance(8 * minute);
    leaving.abort();
    await Promise.all(running);
    expect(testedAt).toEqual([1, 3, 7]);
  });

  test('waits while there is no network, while a consent runs, and after a test that could not be made', async () => {
    await watches.ask(fabrikam);
    offline = true;
    await pass(2 * minute);
    offline = false;
    kind = 'consenting';
    await pass(2 * minute);
    expect(testedAt).toEqual([]);
    kind = 'notGranted';
    worth = new EvergrantError('lease.held', { params: { kind: 'test' }, retry: 'after' });
    await pass(6 * minute);
    worth = 'granted';
    await pass(30 * minute);
    expect(told).toHaveLength(1);
  });

  test('is given up after 30 days, and the technician is told', async () => {
    await watches.ask(fabrikam);
    await rooms.clock.advance(30 * day);
    await pass(minute);
    expect(testedAt).toEqual([]);
    expect(told).toMatchObject([{ kind: 'askLapsed' }]);
    expect((await activity())[0]).toBe('askEnded lapsed');
  });

  test('is left alone when the technician says so, or removes the grant here', async () => {
    await watches.ask(fabrikam);
    await watches.stop(fabrikam);
    expect(await watches.of(fabrikam)).toBeNull();
    await watches.ask(fabrikam);
    kind = 'removed';
    await watches.settle(fabrikam);
    expect(await watches.of(fabrikam)).toBeNull();
    expect(told).toEqual([]);
  });
});

describe('a late Accept', () => {
  test('is looked for during a day, then quietly given up', async () => {
    await watches.watchLate(fabrikam);
    await pass(25 * 60 * minute);
    expect(testedAt.at(-1)).toBeLessThan(24 * 60);
    expect(await watches.of(fabrikam)).toBeNull();
    expect(told).toEqual([]);
    expect(await activity()).toEqual([]);
  });

  test('is told of when it is found', async () => {
    await watches.watchLate(fabrikam);
    worth = 'granted';
    await pass(minute);
    expect(told).toHaveLength(1);
  });

  test('does not turn an asked customer into less, and quickens its pace', async () => {
    const asked = await watches.ask(fabrikam);
    await pass(20 * minute);
    await watches.watchLate(fabrikam);
    await settle();
    expect(await watches.of(fabrikam)).toMatchObject({ reason: 'asked', until: asked.until });
    await pass(minute);
    expect(testedAt).toEqual([1, 3, 7, 15, 21]);
  });
});
