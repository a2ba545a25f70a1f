import type { SyncRun } from '../../../contract/sync.ts';
import { CancelledError, EvergrantError, problemOf } from '../../errors/evergrant-error.ts';
import { pacedGraph } from '../../graph/paced-graph.ts';
import { createThrottleBudget } from '../../graph/throttle-budget.ts';
import type { ThrottleBudget } from '../../graph/throttle-budget.ts';
import type { Connector } from '../../identity/identity.ts';
import { runSync } from './run-sync.ts';
import type { SyncPlan, SyncRecord } from './store.ts';
import { membersUnits } from './stream-paths.ts';
import type { SyncPorts } from './sync-ports.ts';
import type { SyncsPorts } from './syncs-ports.ts';

type CarryPorts = Pick<
  SyncsPorts,
  'store' | 'graphFactory' | 'noticeDomains' | 'keepHistoryFor' | 'clock' | 'random' | 'log'
>;

/** What stops a sync before it is finished. */
export interface SyncStops {
  /** Aborts for any reason, including a lost lease. */
  readonly signal: AbortSignal;
  /** Aborts on request: with `CancelledError`, or because the application is closing. */
  readonly stop: AbortSignal;
}

/** Runs planned syncs to their end, whether they finish or fail, and stores how they ended. */
export function createCarrySync(
  ports: CarryPorts,
): (
  connector: Connector,
  plan: SyncPlan,
  report: (run: SyncRun) => void,
  stops: SyncStops,
) => Promise<SyncRecord> {
  const budgets = new Map<string, ThrottleBudget>();
  /** One per tenant: what one sync has spent, the next one does not have. */
  const budgetOf = (tenantId: string): ThrottleBudget => {
    const budget = budgets.get(tenantId) ?? createThrottleBudget(ports.clock);
    budgets.set(tenantId, budget);
    return budget;
  };
  const portsFor = async (connector: Connector, tenantId: string): Promise<SyncPorts> => {
    const { store, clock, random, log } = ports;
    const budget = budgetOf(tenantId);
    const graph = pacedGraph(ports.graphFactory.appOnly(connector, tenantId), budget, membersUnits);
    return {
      store,
      graph,
      budget,
      clock,
      random,
      log,
      noticeDomains: (asking, stopping) => ports.noticeDomains(tenantId, asking, stopping),
      keepHistoryFor: await ports.keepHistoryFor(),
    };
  };
  return async (connector, plan, report, stops) => {
    const sync = await portsFor(connector, plan.run.tenantId);
    try {
      return await runSync(sync, plan, report, stops.signal);
    } catch (error) {
      return await endEarly(sync, plan, error, stops);
    }
  };
}

/** Stores the end of a sync that did not finish. */
async function endEarly(
  { store, clock, log }: Pick<SyncPorts, 'store' | 'clock' | 'log'>,
  plan: SyncPlan,
  error: unknown,
  { signal, stop }: SyncStops,
): Promise<SyncRecord> {
  const { tenantId } = plan.run;
  const last = (await store.last(tenantId).catch(() => null)) ?? plan.run;
  // The lease was lost: another process owns the row now.
  if (signal.aborted && !stop.aborted) return { ...last, state: 'interrupted' };
  const state = stateAfter(stop);
  if (state === 'failed' && !(error instanceof EvergrantError)) {
    log.error('sync.bug', { tenantId, message: error instanceof Error ? error.name : 'unknown' });
  }
  const problem = state === 'failed' ? problemOf(error) : null;
  const ended = { state, problem, at: clock.now() };
  return await store.end(last.no, ended).catch((unwritten: unknown) => {
    // A full disk or a replaced cache: the next sync finds the row unchanged, or no row.
    log.warn('sync.endNotWritten', { tenantId, code: problemOf(unwritten).code });
    return { ...last, state, problem, finishedAt: ended.at };
  });
}

function stateAfter(stop: AbortSignal): 'failed' | 'cancelled' | 'interrupted' {
  if (!stop.aborted) return 'failed';
  return stop.reason instanceof CancelledError ? 'cancelled' : 'interrupted';
}
