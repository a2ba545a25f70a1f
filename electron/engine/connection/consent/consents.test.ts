import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConsentAttempt, TestResult } from '../../../contract/grant.ts';
import type { Problem } from '../../../contract/problem.ts';
import { createRooms } from '../../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../../test/support/engine-rooms.ts';
import { connector, createFakeTenant, fabrikam } from '../../../../test/support/fake-tenant.ts';
import { goodTest, refusedTest } from '../../../../test/support/grant-evidence.ts';
import { settle } from '../../../../test/support/virtual-clock.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { ConsentAnswer, Identity } from '../../identity/identity.ts';
import { createLeases } from '../../kernel/leases/leases.ts';
import { createConsents } from './consents.ts';
import type { Consents } from './consents.ts';
import type { Known } from '../status/evidence.ts';

const contoso = '99999999-0000-4000-8000-000000000000';
const minute = 60_000;
/** Facts besides the attempt don't matter in these tests. */
const known = { evidence: {} } as Known;
const notInstalled = () => refusedTest('aadsts.700016', { tenantId: fabrikam });

let rooms: Rooms;
let consents: Consents;
let opened: string[];
/** Answers the newest page's redirect. */
let redirect: (answer: ConsentAnswer) => void;
/** Why a browser cannot be opened. */
let browserProblem: Problem | null;
let closedPages: number;
/** How often a watch for a late Accept was started. */
let lateWatches: number;
/** What tests find from now on. */
let found: TestResult | Error;
let tests: number;
/** Whether the connector exists in Contoso. */
let contosoKnows: boolean;

beforeEach(async () => {
  rooms = createRooms();
  opened = [];
  browserProblem = null;
  closedPages = 0;
  lateWatches = 0;
  found = notInstalled();
  tests = 0;
  contosoKnows = false;
  await rooms.ledger.profiles.add(connector.profile, null);
  await rooms.ledger.tenants.add({
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
  consents = start('desk');
});
afterEach(() => consents.close());

/** A process that runs consents. */
function start(holder: string, activity = rooms.activity): Consents {
  const other = createFakeTenant();
  const identity: Pick<Identity, 'openConsent' | 'appToken'> = {
    openConsent: async () => {
      const { promise, resolve } = Promise.withResolvers<ConsentAnswer>();
      redirect = resolve;
      return {
        url: `https://login.example/consent?state=${opened.length}`,
        answer: promise,
        close: async () => void (closedPages += 1),
      };
    },
    appToken: async (_connector, tenantId) => {
      if (tenantId !== contoso || !contosoKnows) {
        throw new EvergrantError('aadsts.700016', { retry: 'after' });
      }
      other.appToken = { tenantId: contoso };
      return other.identity.appToken(connector, contoso, { fresh: true });
    },
  };
  return createConsents({
    ...rooms,
    store: rooms.ledger.grants,
    grants: {
      test: async () => {
        tests += 1;
        if (found instanceof Error) throw found;
        return { test: found, connector, known };
      },
      testQuietly: async () => {
        tests += 1;
        if (found instanceof Error) throw found;
        return { test: found, worth: 'nothing' };
      },
    },
    tenants: {
      get: async (tenantId) => {
        const tenant = await rooms.ledger.tenants.get(tenantId);
        if (tenant === null) throw new EvergrantError('tenant.unknown');
        return tenant;
      },
    },
    connector: () => Promise.resolve(connector),
    readers: {
      readingOf: () => Promise.resolve({ kind: 'own', connector }),
      readerOf: () => Promise.reject(new EvergrantError('grant.noReader')),
    },
    identity: identity as Identity,
    graphs: other.graphs as never,
    watchLate: async () => void (lateWatches += 1),
    ways: {
      remember: async () => {},
      open: async (url) => {
        opened.push(url);
        return browserProblem;
      },
    },
    activity,
    leases: createLeases({ ...rooms, store: rooms.ledger.leases, holder }),
  });
}

async function last(): Promise<ConsentAttempt> {
  await settle();
  const attempt = await consents.last(fabrikam);
  if (!attempt) throw new Error('there is an attempt');
  return attempt;
}
const begin = () => consents.begin(fabrikam, 'myBrowser');
const accept = (tenantHint: string | null = fabrikam): void =>
  redirect({ kind: 'accepted', tenantHint });

describe('an administrator who accepts', () => {
  test('is waited for, then the grant is tested until it is in effect', async () => {
    const attempt = await begin();
    expect(attempt).toMatchObject({ phase: 'waitingForAdministrator', endedAt: null });
    expect(opened).toEqual([attempt.url]);
    accept();
    expect(await last()).toMatchObject({ phase: 'propagating', tests: 1 });
    expect((await last()).missing).toEqual([
      'User.Read',
      'GroupMember.Read.All',
      'Directory.Read.All',
    ]);
    found = goodTest();
    await rooms.clock.advance(2000);
    expect(await last()).toMatchObject({ phase: 'granted', tests: 2, missing: [], problem: null });
    const [end, start] = await rooms.activity.list({ tenantId: fabrikam, before: null, limit: 9 });
    expect([start?.action, end?.action, end?.result]).toEqual([
      'consentOpened',
      'consentEnded',
      'granted',
    ]);
  });

  test('finds the page still there on coming back twice, until another consent opens', async () => {
    await begin();
    found = goodTest();
    accept();
    expect((await last()).phase).toBe('granted');
    expect(closedPages).toBe(0);
    await begin();
    expect(closedPages).toBe(1);
  });

  test('is followed with growing pauses, then quietly, and given up after 30 minutes', async () => {
    await begin();
    accept();
    await settle();
    const testedAt = [tests];
    for (const pause of [2000, 4000, 8000, 15_000, 30_000, 30_000]) {
      await rooms.clock.advance(pause - 1);
      expect(tests).toBe(testedAt.at(-1));
      await rooms.clock.advance(1);
      testedAt.push(tests);
    }
    expect(testedAt).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await rooms.clock.advance(minute);
    expect(await last()).toMatchObject({
      phase: 'propagatingQuietly',
      problem: { code: 'consent.stillMissing' },
    });
    await rooms.clock.advance(30 * minute);
    expect(await last()).toMatchObject({
      phase: 'timedOut',
      problem: {
        code: 'consent.stillMissing',
        params: { permissions: 'User.Read, GroupMember.Read.All, Directory.Read.All' },
      },
    });
  });

  test('a lost network or a test elsewhere does not end the wait', async () => {
    await begin();
    found = new EvergrantError('lease.held', { params: { kind: 'test' }, retry: 'after' });
    accept();
    await settle();
    expect(await last()).toMatchObject({ phase: 'propagating', tests: 0 });
    found = goodTest();
    await rooms.clock.advance(2000);
    expect((await last()).phase).toBe('granted');
  });
});

describe('an administrator who does not accept', () => {
  test('has declined', async () => {
    await begin();
    redirect({ kind: 'declined', error: new EvergrantError('consent.declined', { retry: 'now' }) });
    expect(await last()).toMatchObject({
      phase: 'declined',
      problem: { code: 'consent.declined' },
    });
    expect(tests).toBe(0);
  });

  test('met an error page that came back', async () => {
    await begin();
    redirect({ kind: 'failed', error: new EvergrantError('aadsts.650051', { retry: 'after' }) });
    expect(await last()).toMatchObject({ phase: 'refused', problem: { code: 'aadsts.650051' } });
  });

  test('never came back: one test first, then the causes', async () => {
    await begin();
    await rooms.clock.advance(10 * minute - 1);
    expect(tests).toBe(0);
    await rooms.clock.advance(1);
    expect(tests).toBe(1);
    expect(await last()).toMatchObject({
      phase: 'timedOut',
      problem: { code: 'consent.noAnswer' },
    });
  });

  test('accepted on a page that never came back: found after ten minutes', async () => {
    await begin();
    found = goodTest();
    await rooms.clock.advance(10 * minute);
    expect(await last()).toMatchObject({ phase: 'granted', problem: null });
  });
});

describe('Check now', () => {
  test('finds a grant whose page never came back', async () => {
    await begin();
    found = goodTest();
    await consents.checkNow(fabrikam);
    expect(await last()).toMatchObject({ phase: 'granted', tests: 1 });
    expect(closedPages).toBe(1);
  });

  test('finds nothing, says what may be the cause, and goes on waiting', async () => {
    await begin();
    await consents.checkNow(fabrikam);
    expect(await last()).toMatchObject({
      phase: 'waitingForAdministrator',
      endedAt: null,
      problem: { code: 'consent.noAnswer' },
    });
    accept();
    found = goodTest();
    expect((await last()).phase).toBe('granted');
  });

  test('goes on looking by itself, with growing pauses, while the page stays open', async () => {
    await begin();
    await consents.checkNow(fabrikam);
    for (const [index, pause] of [2000, 4000, 8000].entries()) {
      await rooms.clock.advance(pause - 1);
      expect(tests).toBe(index + 1);
      await rooms.clock.advance(1);
      expect(tests).toBe(index + 2);
    }
    expect((await last()).phase).toBe('waitingForAdministrator');
    found = goodTest();
    await rooms.clock.advance(15_000);
    expect(await last()).toMatchObject({ phase: 'granted', nextTestAt: null });
    const [end] = await rooms.activity.list({ tenantId: fabrikam, before: null, limit: 1 });
    expect(end).toMatchObject({ action: 'consentEnded', result: 'granted' });
  });

  test('still ends after ten minutes in all', async () => {
    await begin();
    await rooms.clock.advance(9 * minute);
    await consents.checkNow(fabrikam);
    await rooms.clock.advance(minute);
    expect(await last()).toMatchObject({ phase: 'timedOut', nextTestAt: null });
  });

  test('ends the pause between two tests', async () => {
    await begin();
    accept();
    await settle();
    found = goodTest();
    await consents.checkNow(fabrikam);
    expect((await last()).phase).toBe('granted');
  });
});

describe('the wrong tenant', () => {
  test('is refused, named, once its own token confirms it', async () => {
    await begin();
    contosoKnows = true;
    accept(contoso);
    expect(await last()).toMatchObject({
      phase: 'refused',
      problem: {
        code: 'consent.wrongTenant',
        params: { expected: fabrikam, found: expect.stringContaining(contoso) },
      },
    });
  });

  test('in the redirect alone is no refusal', async () => {
    await begin();
    accept(contoso);
    expect((await last()).phase).toBe('propagating');
    found = goodTest();
    await rooms.clock.advance(2000);
    expect((await last()).phase).toBe('granted');
  });
});

describe('one consent at a time', () => {
  test('a second one shows the page that waits already', async () => {
    const first = await begin();
    const second = await begin();
    expect(second.id).toBe(first.id);
    expect(opened).toEqual([first.url, first.url]);
    expect((await consents.begin(fabrikam, 'copyLink')).url).toBe(first.url);
    expect(opened).toHaveLength(2);
  });

  test('none begins while Microsoft applies the last one', async () => {
    await begin();
    accept();
    await settle();
    await expect(begin()).rejects.toThrow('consent.running');
  });

  test('another process is told', async () => {
    await begin();
    const script = start('script');
    await expect(script.begin(fabrikam, 'copyLink')).rejects.toThrow('lease.held');
    await script.close();
  });

  test('a browser that cannot be started leaves the link', async () => {
    browserProblem = { code: 'identity.browserNotOpened', params: {}, retry: 'now' };
    expect(await begin()).toMatchObject({
      phase: 'waitingForAdministrator',
      problem: { code: 'identity.browserNotOpened' },
    });
  });
});

describe('cancelling', () => {
  test('ends the wait and closes the page', async () => {
    await begin();
    expect(await consents.cancel(fabrikam)).toMatchObject({ phase: 'cancelled' });
    expect(closedPages).toBe(1);
    await expect(consents.cancel(fabrikam)).rejects.toThrow('consent.none');
    await expect(consents.reopen(fabrikam)).rejects.toThrow('consent.none');
    await begin();
  });

  test('ends the tests that follow an answer', async () => {
    await begin();
    accept();
    await settle();
    await consents.cancel(fabrikam);
    const before = tests;
    await rooms.clock.advance(5 * minute);
    expect(tests).toBe(before);
  });
});

describe('a late Accept', () => {
  test('is looked for after nobody answered', async () => {
    await begin();
    await rooms.clock.advance(10 * minute);
    await settle();
    expect(lateWatches).toBe(1);
  });

  test('is looked for after the technician stopped waiting', async () => {
    await begin();
    await consents.cancel(fabrikam);
    expect(lateWatches).toBe(1);
  });

  test('is looked for after a race at Microsoft, not after another refusal or a decline', async () => {
    for (const [code, watched] of [
      ['aadsts.650051', 1],
      ['aadsts.90094', 1],
      ['consent.declined', 1],
    ] as const) {
      await begin();
      const error = new EvergrantError(code, { retry: 'after' });
      redirect({ kind: code === 'consent.declined' ? 'declined' : 'failed', error });
      await settle();
      expect(lateWatches).toBe(watched);
    }
  });

  test('is not looked for after a grant', async () => {
    await begin();
    found = goodTest();
    accept();
    await settle();
    expect(lateWatches).toBe(0);
  });
});

describe('a restart', () => {
  test('goes on with propagation', async () => {
    await begin();
    accept();
    await settle();
    await consents.close();
    expect((await last()).endedAt).toBeNull();
    consents = start('desk again');
    await consents.resume();
    found = goodTest();
    await rooms.clock.advance(minute);
    expect((await last()).phase).toBe('granted');
  });

  test('gives up a page whose listener is gone, and says so', async () => {
    await begin();
    await consents.close();
    consents = start('desk again');
    await consents.resume();
    expect(await last()).toMatchObject({
      phase: 'timedOut',
      problem: { code: 'consent.interrupted' },
    });
  });

  test('does not stand in its own way: a grant that is asked for at once waits for the old one to close', async () => {
    await begin();
    await consents.close();
    consents = start('desk again');
    await consents.resume();
    expect(await begin()).toMatchObject({ phase: 'waitingForAdministrator', endedAt: null });
  });

  test('is not refused by its own past: one that was accepted is carried on, and ends green', async () => {
    await begin();
    accept();
    const { id } = await last();
    await consents.close();
    consents = start('desk again');
    await consents.resume();
    expect(await begin()).toMatchObject({ id, endedAt: null });
    expect(opened).toHaveLength(1);
    found = goodTest();
    await rooms.clock.advance(minute);
    expect(await last()).toMatchObject({ id, phase: 'granted' });
  });

  test('closes the page when its opening cannot be recorded', async () => {
    await consents.close();
    const record = () => Promise.reject(new Error('database or disk is full'));
    consents = start('desk', { ...rooms.activity, record });
    await expect(begin()).rejects.toThrow('disk is full');
    expect(closedPages).toBe(1);
  });

  test('leaves alone what another living process waits for', async () => {
    await begin();
    const script = start('script');
    await script.resume();
    await rooms.clock.advance(3 * minute);
    expect((await last()).phase).toBe('waitingForAdministrator');
    await script.close();
  });

  test('waits for the silence of a process that crashed', async () => {
    await begin();
    await consents.close();
    await rooms.ledger.leases.acquire(
      { tenantId: fabrikam, kind: 'consent', holder: 'crashed', heartbeatAt: rooms.clock.now() },
      0,
    );
    consents = start('desk again');
    await consents.resume();
    expect((await last()).endedAt).toBeNull();
    await rooms.clock.advance(2 * minute);
    expect((await last()).phase).toBe('timedOut');
  });
});
