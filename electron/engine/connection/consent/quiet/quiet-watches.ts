import type { Notice } from '../../../../contract/notice.ts';
import type { QuietWatch } from '../../../../contract/quiet-watch.ts';
import type { Activity } from '../../../kernel/activity/activity.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';
import type { ChangePublisher } from '../../../kernel/changes.ts';
import type { Clock, Log, Millis } from '../../../kernel/ports.ts';
import { presentTenant } from '../../../tenants/tenants.ts';
import type { Tenants } from '../../../tenants/tenants.ts';
import type { Grants } from '../../grants.ts';
import type { QuietWatchRecord, QuietWatchStore } from './store.ts';

const minuteMs: Millis = 60_000;
const dayMs: Millis = 24 * 60 * minuteMs;
/** How long to watch for the consent of an administrator who was asked. */
const askedForMs: Millis = 30 * dayMs;
/** How long to watch for a late Accept after a consent ended without an answer. A day-long delay is rare. */
const lateForMs: Millis = dayMs;

/** The pause before the next quiet test: doubles from one minute to 30 minutes. */
export function quietPauseMs(tests: number): Millis {
  return Math.min(minuteMs * 2 ** tests, 30 * minuteMs);
}

/** Customers that Evergrant tests quietly until it finds the grant. */
export interface QuietWatches {
  /** Marks a customer as asked. Errors: `tenant.unknown`. */
  ask(tenantId: string): Promise<QuietWatch>;
  /** After a consent ended without an answer: watches for a late Accept. */
  watchLate(tenantId: string): Promise<void>;
  /** Stops testing quietly. */
  stop(tenantId: string): Promise<void>;
  of(tenantId: string): Promise<QuietWatch | null>;
  /** By tenant ID. */
  all(): Promise<ReadonlyMap<string, QuietWatch>>;
  /** Ends the watch of a customer that is connected or was removed from Evergrant. */
  settle(tenantId: string): Promise<void>;
  /** Runs the tests that are due; returns when the next one is due. */
  testDue(signal: AbortSignal): Promise<Millis | null>;
}

export interface QuietWatchesPorts {
  readonly store: QuietWatchStore;
  readonly grants: Pick<Grants, 'status' | 'testQuietly'>;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly notices: { publish(news: Pick<Notice, 'kind' | 'tenant'>): void };
  readonly clock: Clock;
  readonly log: Log;
}

/** Makes the quiet watches. */
export function createQuietWatches(ports: QuietWatchesPorts): QuietWatches {
  const { store, clock, changes } = ports;

  async function begin(
    tenantId: string,
    reason: QuietWatch['reason'],
    lasts: Millis,
  ): Promise<void> {
    const since = clock.now();
    const nextTestAt = since + quietPauseMs(0);
    const until = since + lasts;
    await store.begin({ tenantId, reason, since, lastTestAt: null, nextTestAt, tests: 0, until });
    changes.publish({ topic: 'grants', tenantId });
  }

  /** Exactly one process ends a watch and reports it. */
  async function end(tenantId: string, how: 'granted' | 'lapsed' | 'stopped'): Promise<void> {
    const ended = await store.end(tenantId);
    if (ended === null) return;
    const tenant = await ports.tenants.get(tenantId);
    const isAsked = ended.reason === 'asked';
    if (isAsked) {
      const { profileId } = tenant;
      await ports.activity.record({ action: 'askEnded', tenantId, profileId, result: how });
    }
    changes.publish({ topic: 'grants', tenantId });
    if (how === 'granted')
      ports.notices.publish({ kind: 'granted', tenant: presentTenant(tenant) });
    if (how === 'lapsed' && isAsked)
      ports.notices.publish({ kind: 'askLapsed', tenant: presentTenant(tenant) });
  }

  async function testOne(watch: QuietWatchRecord, signal: AbortSignal): Promise<void> {
    const { tenantId } = watch;
    const now = clock.now();
    if (now >= watch.until) return end(tenantId, 'lapsed');
    const next = now + quietPauseMs(watch.tests + 1);
    if (!(await store.takeTurn(tenantId, watch.nextTestAt, next))) return;
    const { kind } = await ports.grants.status(tenantId);
    // An open or propagating consent runs its own tests.
    if (kind === 'consenting' || kind === 'propagating') return;
    const found = await ports.grants.testQuietly(tenantId, signal);
    if (found.worth === 'granted') return end(tenantId, 'granted');
    // Something new was found; the rest usually follows soon.
    const tests = found.worth === 'begun' ? 0 : watch.tests + 1;
    const at = clock.now();
    const after = { lastTestAt: at, nextTestAt: at + quietPauseMs(tests), tests };
    await store.tested(tenantId, after);
    changes.publish({ topic: 'grants', tenantId });
  }

  return {
    ask: async (tenantId) => {
      const { profileId } = await ports.tenants.get(tenantId);
      await begin(tenantId, 'asked', askedForMs);
      await ports.activity.record({
        action: 'administratorAsked',
        tenantId,
        profileId,
        result: 'asked',
      });
      const begun = await store.get(tenantId);
      if (begun === null) throw new EvergrantError('tenant.unknown', { params: { tenantId } });
      return present(begun);
    },
    watchLate: (tenantId) => begin(tenantId, 'lateAccept', lateForMs),
    stop: (tenantId) => end(tenantId, 'stopped'),
    of: async (tenantId) => {
      const watch = await store.get(tenantId);
      return watch && present(watch);
    },
    all: async () =>
      new Map((await store.list()).map((watch) => [watch.tenantId, present(watch)] as const)),
    settle: async (tenantId) => {
      if ((await store.get(tenantId)) === null) return;
      const { kind, stale } = await ports.grants.status(tenantId);
      if ((kind === 'granted' && !stale) || kind === 'onRecord') await end(tenantId, 'granted');
      if (kind === 'removed') await end(tenantId, 'stopped');
    },
    testDue: async (signal) => {
      const now = clock.now();
      for (const watch of (await store.list()).filter(({ nextTestAt }) => nextTestAt <= now)) {
        signal.throwIfAborted();
        try {
          await testOne(watch, signal);
        } catch (error) {
          signal.throwIfAborted();
          // Another process is testing, the cloud file is gone, or the customer was removed: retry next time.
          const name = error instanceof EvergrantError ? error.code : 'unknown';
          ports.log.info('quiet.notTested', { tenantId: watch.tenantId, name });
        }
      }
      const due = (await store.list()).map(({ nextTestAt }) => nextTestAt);
      return due.length === 0 ? null : Math.min(...due);
    },
  };
}

function present(watch: QuietWatchRecord): QuietWatch {
  const iso = (at: Millis): string => new Date(at).toISOString();
  return {
    reason: watch.reason,
    since: iso(watch.since),
    lastTestAt: watch.lastTestAt === null ? null : iso(watch.lastTestAt),
    nextTestAt: iso(watch.nextTestAt),
    until: iso(watch.until),
  };
}
