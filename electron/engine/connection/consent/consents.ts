import type { ChosenWay, ConsentWay } from '../../../contract/consent-way.ts';
import type { ConsentAttempt, ConsentWhose } from '../../../contract/grant.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import type { Readers } from '../../connectors/readers.ts';
import { CancelledError, EvergrantError } from '../../errors/evergrant-error.ts';
import type { GraphFactory } from '../../graph/graph.ts';
import type { Connector, Identity, OpenConsent } from '../../identity/identity.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Clock, Log, Random } from '../../kernel/ports.ts';
import { heartbeatMs, silenceMs } from '../../kernel/leases/leases.ts';
import type { Leases } from '../../kernel/leases/leases.ts';
import type { Tenants } from '../../tenants/tenants.ts';
import { consentGoal } from './consent-goal.ts';
import { ConsentRun, mayBeAcceptedYet } from './consent-run.ts';
import type { ConsentWaysRoom } from './consent-ways.ts';
import type { Grants, Tested } from '../grants.ts';
import { withAttempt } from '../status/evidence.ts';
import type { GrantStore } from '../store.ts';
import { confirmOtherTenant } from '../test/wrong-tenant.ts';

/** Admin consents: opened here, answered in a browser, confirmed by tests. */
export interface Consents {
  /**
   * Opens the consent page, or the one that waits already, and answers at once. An attempt that was accepted
   * and that an earlier process left is carried on instead: its answer is still being tested.
   * `whose`: the customer's connector, or the reader that looks at a vendor's.
   * Errors: `tenant.unknown`, `consent.running`, `lease.held`, `consent.noLoopbackPort`, `cloud.*`,
   * `grant.noReader`.
   */
  begin(
    tenantId: string,
    way: ConsentWay,
    browser?: string,
    whose?: ConsentWhose,
  ): Promise<ConsentAttempt>;
  /** Opens the same link again, in the same way. Errors: `consent.none`, `identity.browserNotOpened`. */
  reopen(tenantId: string): Promise<ConsentAttempt>;
  /** Errors: `consent.none`. */
  cancel(tenantId: string): Promise<ConsentAttempt>;
  /** Cancels when one runs in this process. */
  cancelIfRunning(tenantId: string): Promise<void>;
  /** Tests without waiting for a redirect; an attempt that runs here takes note before this answers. */
  checkNow(tenantId: string, signal?: AbortSignal): Promise<Tested>;
  last(tenantId: string): Promise<ConsentAttempt | null>;
  /** Goes on with what an earlier process left: propagation is tested on, a page that waited is given up. */
  resume(): Promise<void>;
  /** Ends what this process does; attempts stay as they are for the next start. */
  close(): Promise<void>;
}

export interface ConsentsPorts {
  readonly store: GrantStore;
  readonly grants: Pick<Grants, 'test' | 'testQuietly'>;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly connector: (profileId: string) => Promise<Connector>;
  readonly readers: Pick<Readers, 'readingOf' | 'readerOf'>;
  readonly identity: Identity;
  readonly graphs: GraphFactory;
  /** Goes on looking for a late Accept after an attempt has ended. */
  readonly watchLate: (tenantId: string) => Promise<void>;
  readonly ways: Pick<ConsentWaysRoom, 'open' | 'remember'>;
  readonly leases: Leases;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

interface Running {
  readonly run: ConsentRun;
  readonly stop: AbortController;
  /** Settles when the attempt's work is over. */
  readonly over: Promise<void>;
}

/** Makes the consents' service. */
export function createConsents(ports: ConsentsPorts): Consents {
  const { store, clock } = ports;
  const running = new Map<string, Running>();
  /** Pages that were answered: the same redirect again still meets a calm page. By tenant id. */
  const answered = new Map<string, OpenConsent>();
  const closing = new AbortController();
  /** Ids of attempts that an earlier process left after they were accepted. */
  const carriedOn = new Set<string>();
  /** Attempts that an earlier process left open, while they are being closed or taken over. */
  const closingOld = new Map<string, Promise<void>>();
  const background = new Set<Promise<void>>();

  function runOf(
    connector: Connector,
    attempt: ConsentAttempt,
    isReader: boolean,
    signal: AbortSignal,
  ): ConsentRun {
    const { tenantId, profileId } = attempt;
    return new ConsentRun(
      {
        clock,
        test: async (both) => (await ports.grants.test(tenantId, both)).test,
        goal: consentGoal(connector, isReader),
        look: async (both) => (await ports.grants.testQuietly(tenantId, both)).test,
        confirmOther: (hint, both) => confirmOtherTenant(ports, connector, tenantId, hint, both),
        save: async (now) => {
          await store.saveAttempt(now);
          ports.changes.publish({ topic: 'grants', tenantId });
          if (now.endedAt === null) return;
          const { phase, problem } = now;
          const end = { action: 'consentEnded', tenantId, profileId } as const;
          await ports.activity.record({ ...end, result: phase, problem });
          if (mayBeAcceptedYet(now)) await ports.watchLate(tenantId);
        },
      },
      attempt,
      signal,
    );
  }

  async function checkNow(tenantId: string, signal?: AbortSignal): Promise<Tested> {
    const tested = await ports.grants.test(tenantId, signal);
    const run = running.get(tenantId)?.run;
    if (run === undefined) return tested;
    await run.noteTest(tested.test);
    return { ...tested, known: withAttempt(tested.known, run.attempt) };
  }

  /** Holds the lease while `work` runs; answers as soon as the run is there, and goes on behind. */
  async function start(
    tenantId: string,
    make: (signal: AbortSignal) => Promise<ConsentRun>,
    work: (run: ConsentRun) => Promise<void>,
  ): Promise<ConsentRun> {
    const stop = new AbortController();
    const begun = Promise.withResolvers<ConsentRun>();
    const over = ports.leases
      .hold(
        { tenantId, kind: 'consent' },
        async (signal) => {
          const run = await make(signal);
          running.set(tenantId, { run, stop, over });
          begun.resolve(run);
          try {
            await work(run);
          } catch (error) {
            if (stop.signal.aborted && !closing.signal.aborted) await run.cancelled();
            else if (!signal.aborted) await run.failed(error);
            if (!(error instanceof EvergrantError) && !signal.aborted)
              ports.log.error('consent.broke', { name: nameOf(error) });
          } finally {
            running.delete(tenantId);
          }
        },
        AbortSignal.any([stop.signal, closing.signal]),
      )
      .catch((error: unknown) => begun.reject(error));
    return begun.promise;
  }

  function current(tenantId: string): Running {
    const found = running.get(tenantId);
    if (!found) throw new EvergrantError('consent.none', { retry: 'now' });
    return found;
  }

  async function reopen(tenantId: string, chosen?: ChosenWay): Promise<ConsentAttempt> {
    const { run } = current(tenantId);
    const { url, opened } = run.attempt;
    const again = chosen ?? opened ?? { way: 'myBrowser', browser: null };
    await run.opened(again, await ports.ways.open(url, again));
    return run.attempt;
  }

  async function whoseConnector(tenantId: string, whose: ConsentWhose): Promise<Connector> {
    return whose === 'reader'
      ? ports.readers.readerOf(tenantId)
      : (await ports.readers.readingOf(tenantId)).connector;
  }

  async function begin(
    tenantId: string,
    chosen: ChosenWay,
    whose: ConsentWhose,
  ): Promise<ConsentAttempt> {
    const connector = await whoseConnector(tenantId, whose);
    const profileId = connector.profile.id;
    let open: OpenConsent | null = null;
    const make = async (signal: AbortSignal): Promise<ConsentRun> => {
      await answered.get(tenantId)?.close();
      answered.delete(tenantId);
      open = await ports.identity.openConsent(connector, tenantId);
      const attempt: ConsentAttempt = {
        id: ports.random.guid(),
        tenantId,
        profileId,
        startedAt: new Date(clock.now()).toISOString(),
        phase: 'waitingForAdministrator',
        url: open.url,
        tests: 0,
        nextTestAt: null,
        missing: [],
        endedAt: null,
        problem: null,
      };
      const run = runOf(connector, attempt, whose === 'reader', signal);
      try {
        await ports.activity.record({
          action: 'consentOpened',
          tenantId,
          profileId,
          result: chosen.way,
        });
        await ports.ways.remember(chosen);
        const isCopied = chosen.way === 'copyLink';
        await run.opened(chosen, isCopied ? null : await ports.ways.open(open.url, chosen));
      } catch (error) {
        await open.close();
        throw error;
      }
      return run;
    };
    const work = async (run: ConsentRun): Promise<void> => {
      const page = open;
      if (page === null) throw new Error('the page is opened before the work begins');
      const keep = () => answered.set(tenantId, page);
      void page.answer.then(keep, () => {});
      try {
        await run.fromOpenPage(page);
      } finally {
        if (!answered.has(tenantId)) await page.close();
      }
    };
    return (await start(tenantId, make, work)).attempt;
  }

  /** `closed`: who begins again need not wait: the old attempt is closed, or carried on here, or another's. */
  async function takeOver(attempt: ConsentAttempt, closed: () => void): Promise<void> {
    const { tenantId, profileId } = attempt;
    const isBack = attempt.phase !== 'waitingForAdministrator';
    if (isBack) carriedOn.add(attempt.id);
    const connector = await ports.connector(profileId);
    const isReader = (await ports.tenants.get(tenantId)).profileId !== profileId;
    const make = (signal: AbortSignal) =>
      Promise.resolve(runOf(connector, attempt, isReader, signal));
    const work = (run: ConsentRun) => (isBack ? run.untilInEffect(null) : run.interrupted());
    try {
      await start(tenantId, make, work);
      if (!isBack) await running.get(tenantId)?.over;
      else closed();
    } catch (error) {
      if (!(error instanceof EvergrantError) || error.code !== 'lease.held') throw error;
      closed();
      // Its process lives, or died less than a heartbeat's silence ago.
      await clock.sleep(silenceMs + heartbeatMs, closing.signal);
      const now = await store.lastAttempt(tenantId);
      if (now?.id === attempt.id && now.endedAt === null) await start(tenantId, make, work);
    }
  }

  async function cancel({ run, stop, over }: Running): Promise<ConsentAttempt> {
    stop.abort(new CancelledError());
    await over;
    return run.attempt;
  }

  return {
    begin: async (tenantId, way, browser, whose = 'connector') => {
      await closingOld.get(tenantId);
      const now = running.get(tenantId);
      const chosen = { way, browser: way === 'privateWindow' ? (browser ?? null) : null };
      if (!now) return begin(tenantId, chosen, whose);
      const { profile } = await whoseConnector(tenantId, whose);
      const { attempt } = now.run;
      if (carriedOn.has(attempt.id) && attempt.profileId === profile.id) return attempt;
      if (attempt.phase !== 'waitingForAdministrator' || attempt.profileId !== profile.id) {
        throw new EvergrantError('consent.running', { retry: 'after' });
      }
      return way === 'copyLink' ? now.run.attempt : reopen(tenantId, chosen);
    },
    reopen: (tenantId) => reopen(tenantId),
    cancel: async (tenantId) => cancel(current(tenantId)),
    cancelIfRunning: async (tenantId) => {
      const found = running.get(tenantId);
      if (found) await cancel(found);
    },
    checkNow,
    last: (tenantId) => store.lastAttempt(tenantId),
    resume: async () => {
      const open = [...(await store.lastAttempts()).values()].filter(
        (attempt) => attempt.endedAt === null,
      );
      for (const attempt of open) {
        const isClosed = Promise.withResolvers<void>();
        const closed = (): void => {
          isClosed.resolve();
          closingOld.delete(attempt.tenantId);
        };
        closingOld.set(attempt.tenantId, isClosed.promise);
        const work = takeOver(attempt, closed)
          .catch((error: unknown) => {
            if (!closing.signal.aborted)
              ports.log.warn('consent.notResumed', { name: nameOf(error) });
          })
          .finally(() => {
            closed();
            background.delete(work);
          });
        background.add(work);
      }
    },
    close: async () => {
      closing.abort(new CancelledError());
      await Promise.all([...[...running.values()].map(({ over }) => over), ...background]);
      await Promise.all([...answered.values()].map((page) => page.close()));
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof EvergrantError ? error.code : error instanceof Error ? error.name : '?';
}
