import type { SyncMode, SyncRun } from '../../../contract/sync.ts';
import { EvergrantError, problemOf } from '../../errors/evergrant-error.ts';
import type { Connector } from '../../identity/identity.ts';
import { createCarrySync } from './carry-sync.ts';
import { presentSync } from './present-sync.ts';
import type { SyncPlan, SyncRecord } from './store.ts';
import { createSyncProgress } from './sync-progress.ts';
import type { SyncProgress } from './sync-progress.ts';
import type { SyncsPorts } from './syncs-ports.ts';

/** `Member.Read.Hidden`, application permission. */
const readsHiddenMembers = '658aa5d8-239f-45c4-aa12-864f4fc7e490';

/** A sync that runs in this process. */
export interface RunningSync {
  readonly progress: SyncProgress;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/** The syncs that run in this process, each under its lease. */
export interface RunningSyncs {
  of(tenantId: string): RunningSync | undefined;
  all(): readonly RunningSync[];
  /** Starts a sync, or joins the running one. Errors: those of `Syncs.start`. */
  start(tenantId: string, mode: SyncMode): Promise<SyncRun>;
}

/** @param joinOther joins the sync of the process that holds the lease; null if it has ended */
export function createRunningSyncs(
  ports: SyncsPorts,
  joinOther: (tenantId: string, mode: SyncMode) => Promise<SyncRun | null>,
): RunningSyncs {
  const { store, leases, changes, clock, log } = ports;
  const carry = createCarrySync(ports);
  const running = new Map<string, RunningSync>();
  const starting = new Map<string, Promise<SyncRun>>();

  const planOf = (connector: Connector, tenantId: string, mode: SyncMode): Promise<SyncPlan> =>
    store.begin({
      id: ports.random.guid(),
      tenantId,
      mode,
      at: clock.now(),
      readsHidden: connector.profile.requiredPermissions.some(
        ({ id, type }) => id === readsHiddenMembers && type === 'application',
      ),
    });

  async function begin(tenantId: string, mode: SyncMode): Promise<SyncRun> {
    const connector = await ports.connectorOf(tenantId);
    const begun = Promise.withResolvers<SyncRun>();
    const stop = new AbortController();
    const work = async (signal: AbortSignal) => {
      const plan = await planOf(connector, tenantId, mode);
      const progress = createSyncProgress(presentSync(plan.run), clock);
      running.set(tenantId, { progress, stop, done });
      begun.resolve(progress.latest);
      changes.publish({ topic: 'syncs', tenantId });
      log.info('sync.began', { tenantId, mode: plan.run.mode, resumed: plan.resumed });
      const report = (run: SyncRun): void => progress.report(run);
      const ended = await carry(connector, plan, report, { signal, stop: stop.signal });
      log.info('sync.ended', { tenantId, state: ended.state, requests: ended.requests });
      await recordEnd(ports, connector, ended);
      return { ended, progress };
    };
    const done: Promise<void> = leases
      .hold({ tenantId, kind: 'sync' }, work, stop.signal)
      .then(({ ended, progress }) => {
        // After the lease is released: the caller may start the next sync as soon as this one ends.
        running.delete(tenantId);
        progress.end(presentSync(ended));
        announceEnd(ports, ended);
      })
      .catch(async (error: unknown) => {
        const other = isHeld(error) ? await joinOther(tenantId, mode) : null;
        if (other) begun.resolve(other);
        else begun.reject(error);
        const job = running.get(tenantId);
        running.delete(tenantId);
        job?.progress.end({ ...job.progress.latest, state: 'failed', problem: problemOf(error) });
        if (!isHeld(error)) log.error('sync.notCarried', { tenantId, code: problemOf(error).code });
      });
    return await begun.promise;
  }

  return {
    of: (tenantId) => running.get(tenantId),
    all: () => [...running.values()],
    async start(tenantId, mode) {
      const job = running.get(tenantId);
      if (job) return job.progress.latest;
      const beginning = starting.get(tenantId) ?? begin(tenantId, mode);
      starting.set(tenantId, beginning);
      try {
        return await beginning;
      } finally {
        starting.delete(tenantId);
      }
    },
  };
}

/** Records the sync in the activity log. A failure to write the line does not change how the sync ended. */
async function recordEnd(
  { activity, log }: Pick<SyncsPorts, 'activity' | 'log'>,
  connector: Connector,
  ended: SyncRecord,
): Promise<void> {
  const { tenantId, mode, problem } = ended;
  const { users, groups, memberships } = ended.counts;
  try {
    await activity.record({
      action: 'syncEnded',
      tenantId,
      profileId: connector.profile.id,
      result: ended.state,
      params: { mode, users, groups, memberships },
      problem,
    });
  } catch (error) {
    log.error('sync.notRecorded', { tenantId, code: problemOf(error).code });
  }
}

function announceEnd(
  { changes }: Pick<SyncsPorts, 'changes'>,
  { tenantId, state }: SyncRecord,
): void {
  changes.publish({ topic: 'syncs', tenantId });
  if (state === 'finished') changes.publish({ topic: 'directory', tenantId });
}

function isHeld(error: unknown): boolean {
  return error instanceof EvergrantError && error.code === 'lease.held';
}
