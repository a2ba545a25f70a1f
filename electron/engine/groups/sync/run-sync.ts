import type { SyncRun } from '../../../contract/sync.ts';
import { CancelledError, EvergrantError } from '../../errors/evergrant-error.ts';
import type { Graph, GraphBytes } from '../../graph/graph.ts';
import type { Clock, Log, Millis } from '../../ports.ts';
import { isExpiredLink, isRefusedList } from './expired-link.ts';
import { peekNextLink } from './peek-next-link.ts';
import { presentSync } from './present-sync.ts';
import { firstPages } from './stream-paths.ts';
import type {
  StreamState,
  SyncCounts,
  SyncPlan,
  SyncRecord,
  SyncStore,
  SyncStream,
} from './store.ts';

/** A sync starts over at most so often before it gives up. */
const mostRestarts = 2;

/** Which phase is named while streams are read side by side: the longest first. */
const phaseOrder = ['groups', 'users', 'devices', 'contacts'] as const;

interface SyncPorts {
  readonly store: SyncStore;
  readonly graph: Graph;
  readonly clock: Clock;
  readonly log: Log;
}

/** A stream's link was no longer good: the sync must start over. */
class ExpiredLink extends Error {}

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
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await readAll(ports, plan, report, signal);
    } catch (error) {
      if (!(error instanceof ExpiredLink) || restarts === mostRestarts) {
        throw error instanceof ExpiredLink ? error.cause : error;
      }
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
): Promise<SyncRecord> {
  const { store, clock } = ports;
  const { no } = plan.run;
  const open = new Set<SyncStream>(
    plan.streams.filter((state) => !state.done).map((state) => state.stream),
  );
  const waits = new Map<SyncStream, Millis>();
  let { counts, requests } = plan.run;
  const say = (phase?: SyncRun['phase']): void => {
    const now = phase ?? phaseOrder.find((stream) => open.has(stream)) ?? 'finishing';
    const until = waits.size > 0 ? Math.max(...waits.values()) : null;
    report(presentSync({ ...plan.run, phase: now, counts, requests }, until));
  };
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const read = async (state: StreamState): Promise<void> => {
    try {
      await readStream(ports, no, state, stop, {
        wait(until) {
          if (until === null) waits.delete(state.stream);
          else waits.set(state.stream, until);
          say();
        },
        asked() {
          requests += 1;
        },
        written(sofar) {
          counts = sofar;
          say();
        },
      });
      open.delete(state.stream);
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
  await readEach(plan.streams.filter((state) => !state.done));
  const missing = await store.unnamedStreams(no);
  await readEach(missing.map((stream) => ({ stream, link: null, done: false, old: false })));
  say('finishing');
  return await store.finish(no, clock.now());
}

/** A page that is on its way. */
interface Asked {
  readonly link: string;
  readonly answer: Promise<GraphBytes>;
  drop(): void;
}

async function readStream(
  { store, graph, clock }: SyncPorts,
  no: number,
  state: StreamState,
  signal: AbortSignal,
  hear: {
    readonly wait: (until: Millis | null) => void;
    readonly asked: () => void;
    readonly written: (counts: SyncCounts) => void;
  },
): Promise<void> {
  const { stream } = state;
  const ask = (link: string): Asked => {
    hear.asked();
    const stop = new AbortController();
    const both = AbortSignal.any([signal, stop.signal]);
    const answer = graph.page(link, { signal: both, priority: 'Low', onWait: hear.wait });
    // It is awaited after the page before it is written; until then nobody listens.
    answer.catch(() => undefined);
    return { link, answer, drop: () => stop.abort(new CancelledError()) };
  };
  try {
    let asked: Asked | null = ask(state.link ?? firstPages[stream]);
    while (asked !== null) {
      const { bytes } = await asked.answer;
      const guess = peekNextLink(bytes);
      let next: Asked | null = guess === null ? null : ask(guess);
      const parsed = await store.parsePage(no, stream, bytes);
      if (parsed.nextLink === asked.link) throw endlessLink();
      if (next && next.link !== parsed.nextLink) {
        next.drop();
        next = null;
      }
      if (parsed.nextLink !== null) next ??= ask(parsed.nextLink);
      signal.throwIfAborted();
      hear.written(await store.writePage(parsed.page, clock.now()));
      asked = next;
    }
  } catch (error) {
    if (isExpiredLink(error, state)) throw new ExpiredLink('expired', { cause: error });
    if (stream === 'users' || stream === 'groups' || !isRefusedList(error)) throw error;
    await store.skipStream(no, stream, error.toProblem());
  }
}

function endlessLink(): EvergrantError {
  return new EvergrantError('sync.unreadablePage', {
    retry: 'after',
    params: { at: '@odata.nextLink', found: 'itself' },
  });
}
