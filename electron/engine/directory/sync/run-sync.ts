import type { SyncRun } from '../../../contract/sync.ts';
import type { Millis } from '../../kernel/ports.ts';
import { shortfallOf } from './check-counts.ts';
import { countDirectory } from './count-directory.ts';
import { readDeltaOrList } from './delta-or-list.ts';
import { isPagingLoop } from '../../errors/paging-end.ts';
import { presentSync } from './present-sync.ts';
import { readLists } from './read-lists.ts';
import { ExpiredLink, readStream } from './read-stream.ts';
import { readUnread } from './read-unread.ts';
import type {
  Shortfall,
  StreamState,
  SyncCounts,
  SyncPlan,
  SyncRecord,
  SyncStream,
} from './store.ts';
import type { DeltaStream } from './stream-paths.ts';
import type { Counted, SyncPorts, SyncProgressListener } from './sync-ports.ts';

/** Fewer came than the service counts: everything is asked for once more. */
class CutShort extends Error {}

/** A sync starts over at most so often before it gives up. */
const mostRestarts = 2;

/** Which phase is named while streams are read side by side: the longest first. */
const phaseOrder = ['groups', 'users', 'devices', 'contacts'] as const;

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

async function readAll(
  ports: SyncPorts,
  plan: SyncPlan,
  report: (run: SyncRun) => void,
  signal: AbortSignal,
  wasShort: boolean,
): Promise<SyncRecord> {
  const { store, clock } = ports;
  const { no } = plan.run;
  const open = new Set<SyncStream>(
    plan.streams.filter((state) => !state.done).map((state) => state.stream),
  );
  const waits = new Map<SyncStream, Millis>();
  let { counts, requests, expected, membershipsBy } = plan.run;
  const say = (phase?: SyncRun['phase']): void => {
    const now = phase ?? phaseOrder.find((stream) => open.has(stream)) ?? 'finishing';
    const until = waits.size > 0 ? Math.max(...waits.values()) : null;
    const soFar = { phase: now, counts, requests, expected, membershipsBy };
    report(presentSync({ ...plan.run, ...soFar }, until));
  };
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const asked = (): void => {
    requests += 1;
  };
  const counting = countDirectory(ports, plan, asked, stop).then((found) => {
    if (found) expected = { users: found.users, groups: found.groups };
    say();
    return found;
  });
  asked();
  const noticing = ports.noticeDomains(ports.graph, stop);
  // Whoever reads the pages says why it was stopped.
  noticing.catch(() => undefined);
  const listenerOf = (stream: SyncStream): SyncProgressListener => ({
    wait(until) {
      if (until === null) waits.delete(stream);
      else waits.set(stream, until);
      say();
    },
    asked,
    written(soFar) {
      counts = soFar;
      say();
    },
    byLists() {
      membershipsBy = 'lists';
    },
    expected: () => counting,
  });
  const read = async (state: StreamState): Promise<void> => {
    const { stream } = state;
    const listener = listenerOf(stream);
    try {
      // Members of groups that are listed already are read beside the rest of the list.
      const early: { reading: Promise<void> | null } = { reading: null };
      const readListed = (): void => {
        early.reading ??= readLists(ports, no, stop, listener).finally(() => {
          early.reading = null;
        });
        early.reading.catch((error: unknown) => failed.abort(error));
      };
      if (!state.done) {
        await (isDeltaStream(state)
          ? readDeltaOrList(
              ports,
              no,
              state,
              stop,
              listener,
              stream === 'groups' ? readListed : noList,
            )
          : readStream(ports, no, state, stop, listener));
      }
      await early.reading;
      if (stream === 'groups') await readLists(ports, no, stop, listener);
      open.delete(stream);
    } catch (error) {
      failed.abort(error);
      throw error;
    }
  };
  const readEach = async (states: readonly StreamState[]): Promise<void> => {
    const outcomes = await Promise.allSettled(states.map(read));
    signal.throwIfAborted();
    // The first to fail stopped the others: its error is the one to tell.
    if (failed.signal.aborted) throw failed.signal.reason;
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  };

  say();
  await readEach(plan.streams.filter((state) => !state.done || state.stream === 'groups'));
  if (await store.needsFull(no)) throw new ExpiredLink('somebody came back');
  const unnamed = await store.unnamedStreams(no);
  await readEach(unnamed.map((stream) => ({ stream, link: null, done: false, listed: false })));
  await readUnread(ports, no, stop, listenerOf('users'));
  const [counted] = await Promise.all([counting, noticing]);
  const short = await missing(ports, plan, counted, counts, asked, stop);
  if (short && !wasShort) throw new CutShort('too few came');
  say('finishing');
  const { keepHistoryFor } = ports;
  return await store.finish(no, clock.now(), { keepHistoryFor, ...(short && { short }) });
}

/** How many fewer came than the service counts, which is asked once more: its index may have caught up. */
async function missing(
  ports: SyncPorts,
  plan: SyncPlan,
  counted: Counted | null,
  counts: SyncCounts,
  asked: () => void,
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

const noList = (): void => undefined;

function isDeltaStream(
  state: StreamState,
): state is StreamState & { readonly stream: DeltaStream } {
  return state.stream === 'users' || state.stream === 'groups';
}
