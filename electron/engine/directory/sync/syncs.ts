import type { SyncMode, SyncRun } from '../../../contract/sync.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import { CancelledError, EvergrantError, problemOf } from '../../errors/evergrant-error.ts';
import type { Graph, GraphFactory } from '../../graph/graph.ts';
import { pacedGraph } from '../../graph/paced-graph.ts';
import { createThrottleBudget } from '../../graph/throttle-budget.ts';
import type { ThrottleBudget } from '../../graph/throttle-budget.ts';
import type { Connector } from '../../identity/identity.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Clock, Log, Millis, Random } from '../../kernel/ports.ts';
import type { Leases } from '../../kernel/leases/leases.ts';
import { membersUnits } from './stream-paths.ts';
import { presentSync } from './present-sync.ts';
import { runSync } from './run-sync.ts';
import type { SyncPlan, SyncRecord, SyncStore } from './store.ts';
import { createSyncProgress } from './sync-progress.ts';
import type { SyncProgress } from './sync-progress.ts';

/** `Member.Read.Hidden`, application (entra-graph §2.1). */
const readsHiddenMembers = '658aa5d8-239f-45c4-aa12-864f4fc7e490';

/** How often a sync of another process is looked at. */
const followMs: Millis = 1000;

/** Syncs of tenants into the directory cache. */
export interface Syncs {
  /**
   * Starts a sync, or joins the one that runs, here or in another process. Resolves when its plan
   * stands. Errors: `tenant.unknown`, `profile.*`, `cloud.*`; what fails later ends the sync.
   */
  start(tenantId: string, mode: SyncMode): Promise<SyncRun>;
  /** Progress to the end; the last sync alone when none runs, nothing when there never was one. */
  watch(tenantId: string, signal?: AbortSignal): AsyncGenerator<SyncRun>;
  /** False when none runs here. Resolves when it has ended. */
  cancel(tenantId: string): Promise<boolean>;
  last(tenantId: string): Promise<SyncRun | null>;
  lasts(): Promise<ReadonlyMap<string, SyncRun>>;
  /** Interrupts what runs; the next start goes on after the last written page. */
  close(): Promise<void>;
}

interface Job {
  readonly progress: SyncProgress;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/** The application is closing. */
class Closing extends Error {}

export function createSyncs(ports: {
  readonly store: SyncStore;
  readonly graphFactory: GraphFactory;
  /** A tenant's connector, ready for use. */
  readonly connectorOf: (tenantId: string) => Promise<Connector>;
  /** Looks at what the tenant is called now, and takes it over. */
  readonly noticeDomains: (tenantId: string, graph: Graph, signal: AbortSignal) => Promise<void>;
  readonly leases: Leases;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** How long finished syncs can be compared. */
  readonly keepHistoryFor: () => Promise<Millis>;
}): Syncs {
  const { store, clock, log } = ports;
  const jobs = new Map<string, Job>();
  const budgets = new Map<string, ThrottleBudget>();
  const starting = new Map<string, Promise<SyncRun>>();
  /** Syncs of other processes that somebody here asked for as well, and how. */
  const joined = new Map<string, SyncMode>();

  /** One for each tenant: what a sync has spent, the next one does not have. */
  const budgetOf = (tenantId: string): ThrottleBudget => {
    const budget = budgets.get(tenantId) ?? createThrottleBudget(clock);
    budgets.set(tenantId, budget);
    return budget;
  };
  /** A sync that claims to run, though no living process carries it, was cut off: a kill writes no end. */
  const presentOthers = async (record: SyncRecord): Promise<SyncRun> => {
    const { state, tenantId } = record;
    const isCutOff = state === 'running' && (await ports.leases.isFree({ tenantId, kind: 'sync' }));
    return presentSync(isCutOff ? { ...record, state: 'interrupted' } : record);
  };
  const last = async (tenantId: string): Promise<SyncRun | null> => {
    const job = jobs.get(tenantId);
    if (job) return job.progress.latest;
    const record = await store.last(tenantId);
    return record && (await presentOthers(record));
  };

  async function carry(
    connector: Connector,
    plan: SyncPlan,
    progress: SyncProgress,
    signal: AbortSignal,
    stop: AbortSignal,
  ): Promise<SyncRecord> {
    const { tenantId } = plan.run;
    const budget = budgetOf(tenantId);
    const appOnly = ports.graphFactory.appOnly(connector, tenantId);
    const graph = pacedGraph(appOnly, budget, membersUnits);
    const keepHistoryFor = await ports.keepHistoryFor();
    const noticeDomains = (asking: Graph, stopping: AbortSignal) =>
      ports.noticeDomains(tenantId, asking, stopping);
    try {
      return await runSync(
        { store, graph, budget, clock, random: ports.random, log, noticeDomains, keepHistoryFor },
        plan,
        (run) => progress.report(run),
        signal,
      );
    } catch (error) {
      const last = (await store.last(tenantId).catch(() => null)) ?? plan.run;
      // The lease was lost: the row is another process's now.
      if (signal.aborted && !stop.aborted) return { ...last, state: 'interrupted' };
      const state = !stop.aborted
        ? 'failed'
        : stop.reason instanceof CancelledError
          ? 'cancelled'
          : 'interrupted';
      if (state === 'failed' && !(error instanceof EvergrantError)) {
        log.error('sync.bug', {
          tenantId,
          message: error instanceof Error ? error.name : 'unknown',
        });
      }
      const problem = state === 'failed' ? problemOf(error) : null;
      const ended = { state, problem, at: clock.now() } as const;
      return await store.end(last.no, ended).catch((unwritten: unknown) => {
        // A full disk, or a cache that was replaced: the next sync finds the row as it was, or none.
        log.warn('sync.endNotWritten', { tenantId, code: problemOf(unwritten).code });
        return { ...last, state, problem, finishedAt: ended.at };
      });
    }
  }

  async function record(connector: Connector, ended: SyncRecord): Promise<void> {
    const { users, groups, memberships } = ended.counts;
    await ports.activity
      .record({
        action: 'syncEnded',
        tenantId: ended.tenantId,
        profileId: connector.profile.id,
        result: ended.state,
        params: { mode: ended.mode, users, groups, memberships },
        problem: ended.problem,
      })
      // The sync has ended as it has, whether or not its line could be written.
      .catch((error: unknown) =>
        log.error('sync.notRecorded', { tenantId: ended.tenantId, code: problemOf(error).code }),
      );
  }

  function announce({ tenantId, state }: SyncRecord): void {
    ports.changes.publish({ topic: 'syncs', tenantId });
    if (state === 'finished') ports.changes.publish({ topic: 'directory', tenantId });
  }

  async function begin(tenantId: string, mode: SyncMode): Promise<SyncRun> {
    const connector = await ports.connectorOf(tenantId);
    const begun = Promise.withResolvers<SyncRun>();
    const stop = new AbortController();
    const work = async (signal: AbortSignal) => {
      const plan = await store.begin({
        id: ports.random.guid(),
        tenantId,
        mode,
        at: clock.now(),
        readsHidden: connector.profile.requiredPermissions.some(
          ({ id, type }) => id === readsHiddenMembers && type === 'application',
        ),
      });
      const progress = createSyncProgress(presentSync(plan.run), clock);
      jobs.set(tenantId, { progress, stop, done });
      begun.resolve(progress.latest);
      ports.changes.publish({ topic: 'syncs', tenantId });
      log.info('sync.began', { tenantId, mode: plan.run.mode, resumed: plan.resumed });
      const ended = await carry(connector, plan, progress, signal, stop.signal);
      log.info('sync.ended', { tenantId, state: ended.state, requests: ended.requests });
      await record(connector, ended).catch((error: unknown) => {
        // The sync itself is there; only its line of activity is not.
        log.error('sync.notRecorded', { tenantId, code: problemOf(error).code });
      });
      return { ended, progress };
    };
    const done: Promise<void> = ports.leases
      .hold({ tenantId, kind: 'sync' }, work, stop.signal)
      .then(({ ended, progress }) => {
        // After the lease is free: who hears of the end may start the next at once.
        jobs.delete(tenantId);
        progress.end(presentSync(ended));
        announce(ended);
      })
      .catch(async (error: unknown) => {
        const running = isHeld(error) ? await last(tenantId) : null;
        if (running) {
          joined.set(tenantId, mode);
          begun.resolve(running);
        } else begun.reject(error);
        const job = jobs.get(tenantId);
        jobs.delete(tenantId);
        job?.progress.end({ ...job.progress.latest, state: 'failed', problem: problemOf(error) });
        if (!isHeld(error)) log.error('sync.notCarried', { tenantId, code: problemOf(error).code });
      });
    return await begun.promise;
  }

  async function start(tenantId: string, mode: SyncMode): Promise<SyncRun> {
    const job = jobs.get(tenantId);
    if (job) return job.progress.latest;
    const beginning = starting.get(tenantId) ?? begin(tenantId, mode);
    starting.set(tenantId, beginning);
    try {
      return await beginning;
    } finally {
      starting.delete(tenantId);
    }
  }

  function watch(tenantId: string, signal?: AbortSignal): AsyncGenerator<SyncRun> {
    return jobs.get(tenantId)?.progress.watch(signal) ?? follow(tenantId, signal);
  }

  /** Another process's sync, as far as its rows tell. */
  async function* follow(tenantId: string, signal?: AbortSignal): AsyncGenerator<SyncRun> {
    for (;;) {
      const run = await last(tenantId);
      const mode = joined.get(tenantId);
      if (run?.state === 'interrupted' && mode !== undefined) {
        // Its process has ended in the middle: it is carried on here.
        joined.delete(tenantId);
        const started = await start(tenantId, mode);
        const job = jobs.get(tenantId);
        if (job) {
          yield* job.progress.watch(signal);
          return;
        }
        // It has ended by now, or a third process was faster.
        yield started;
        if (started.state !== 'running') return;
        await clock.sleep(followMs, signal);
        continue;
      }
      if (run) yield run;
      if (run?.state !== 'running' || signal?.aborted) {
        joined.delete(tenantId);
        return;
      }
      await clock.sleep(followMs, signal);
    }
  }

  return {
    start,
    watch,
    async cancel(tenantId) {
      const job = jobs.get(tenantId);
      if (!job) return false;
      job.stop.abort(new CancelledError());
      await job.done;
      return true;
    },
    last,
    async lasts() {
      const kept = [...(await store.lasts())];
      const shown = await Promise.all(
        kept.map(
          async ([tenantId, record]) =>
            [
              tenantId,
              jobs.get(tenantId)?.progress.latest ?? (await presentOthers(record)),
            ] as const,
        ),
      );
      return new Map(shown);
    },
    async close() {
      const running = [...jobs.values()];
      for (const job of running) job.stop.abort(new Closing());
      await Promise.all(running.map((job) => job.done));
    },
  };
}

function isHeld(error: unknown): boolean {
  return error instanceof EvergrantError && error.code === 'lease.held';
}
