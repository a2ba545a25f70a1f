import type { SyncRun } from '../../../contract/sync.ts';
import { isPagingLoop } from '../../errors/paging-end.ts';
import { shortfallOf } from './check-counts.ts';
import { countDirectory } from './count-directory.ts';
import { presentSync } from './present-sync.ts';
import { ExpiredLink } from './read-stream.ts';
import { readToEnd } from './read-to-end.ts';
import { readUnread } from './read-unread.ts';
import { createSideBySide } from './side-by-side.ts';
import type { Shortfall, StreamState, SyncPlan, SyncRecord } from './store.ts';
import type { Counted, SyncPorts } from './sync-ports.ts';
import { createSyncReporter } from './sync-reporter.ts';
import type { SyncReporter } from './sync-reporter.ts';

/** Fewer came than the service counts: everything is asked for once more. */
class CutShort extends Error {}

/** A sync starts over at most so often before it gives up. */
const mostRestarts = 2;

/**
 * Carries one planned sync to its end. All streams are read side by side; of each stream the next
 * page is asked for while the last is written. `report` hears of every page.
 *
 * Errors: whatever Graph or the store throws; the pages that were written stay for the next sync.
 */
export async function runSync(
  ports: SyncPorts,
  first: SyncPlan,
  report: (run: SyncRun) => void,
  signal: AbortSignal,
): Promise<SyncRecord> {
  let plan = first;
  let wasShort = false;
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await readAll(ports, plan, report, signal, wasShort);
    } catch (error) {
      const isExpired = error instanceof ExpiredLink;
      const startsOver = (isExpired && restarts < mostRestarts) || error instanceof CutShort;
      if (!startsOver) {
        // The next sync must not begin where this one could not go on.
        if (isExpired || isPagingLoop(error)) await ports.store.dropLinks(plan.run.no);
        throw isExpired ? (error.cause ?? error) : error;
      }
      wasShort ||= error instanceof CutShort;
      ports.log.info('sync.startsOver', { tenantId: plan.run.tenantId });
      plan = await ports.store.restart(plan.run.no, ports.clock.now());
      report(presentSync(plan.run));
    }
  }
}

/** Reads a sync's streams side by side, then what they left open, and finishes it. */
async function readAll(
  ports: SyncPorts,
  plan: SyncPlan,
  report: (run: SyncRun) => void,
  signal: AbortSignal,
  wasShort: boolean,
): Promise<SyncRecord> {
  const { store, clock, keepHistoryFor } = ports;
  const { no } = plan.run;
  const together = createSideBySide(signal);
  const reporter = createSyncReporter(plan, report);
  const counting = countDirectory(ports, plan, reporter.asked, together.signal).then((found) => {
    reporter.counted(found);
    return found;
  });
  reporter.asked();
  const noticing = ports.noticeDomains(ports.graph, together.signal);
  // Whoever reads the pages says why it was stopped.
  noticing.catch(() => undefined);
  const readEach = (states: readonly StreamState[]): Promise<void> =>
    together.all(
      states.map((state) => async () => {
        const listener = reporter.listenerOf(state.stream);
        await readToEnd(ports, no, state, together, listener, counting);
        reporter.ended(state.stream);
      }),
    );

  reporter.report();
  await readEach(plan.streams.filter((state) => !state.done || state.stream === 'groups'));
  if (await store.needsFull(no)) throw new ExpiredLink('somebody came back');
  const unnamed = await store.unnamedStreams(no);
  await readEach(unnamed.map((stream) => ({ stream, link: null, done: false, listed: false })));
  await readUnread(ports, no, together.signal, reporter.listenerOf('users'));
  const [counted] = await Promise.all([counting, noticing]);
  const short = await missing(ports, plan, counted, reporter, together.signal);
  if (short && !wasShort) throw new CutShort('too few came');
  reporter.report('finishing');
  return await store.finish(no, clock.now(), { keepHistoryFor, ...(short && { short }) });
}

/** How many fewer came than the service counts, which is asked once more: its index may have caught up. */
async function missing(
  ports: SyncPorts,
  plan: SyncPlan,
  counted: Counted | null,
  { counts, asked }: Pick<SyncReporter, 'counts' | 'asked'>,
  signal: AbortSignal,
): Promise<Shortfall | null> {
  if (shortfallOf(counted, counts) === null) return null;
  const met = await ports.store.met(plan.run.no);
  if (shortfallOf(counted, met) === null) return null;
  const again = await countDirectory(ports, plan, asked, signal);
  signal.throwIfAborted();
  const short = shortfallOf(again ?? counted, met);
  if (short) ports.log.warn('sync.cutShort', { tenantId: plan.run.tenantId, ...short });
  return short;
}
