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

/** Fewer objects arrived than the service counts: everything is requested once more. */
class CutShort extends Error {}

/** How often a sync starts over before it fails. */
const mostRestarts = 2;

/**
 * Runs one planned sync to its end. All streams are read in parallel; the next page of each stream is
 * requested while the last is written. `report` is called for every page.
 *
 * Errors: whatever Graph or the store throws; the written pages are kept for the next sync.
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
        // The next sync must not start where this one could not continue.
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

/** Reads a sync's streams in parallel, then the objects left unread, and finishes it. */
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
  // The code that reads the pages reports why it was stopped.
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

/**
 * How many fewer arrived than the service counts. Requests the count once more: its index may have caught up.
 */
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
