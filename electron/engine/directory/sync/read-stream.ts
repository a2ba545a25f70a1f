import { CancelledError, EvergrantError } from '../../errors/evergrant-error.ts';
import type { GraphBytes } from '../../graph/graph.ts';
import type { Millis } from '../../kernel/ports.ts';
import { isDeadLink, isFailedAnswer } from './dead-link.ts';
import { createPagingEnd } from '../../errors/paging-end.ts';
import { peekNextLink } from './peek-next-link.ts';
import type { StreamState } from './store.ts';
import { firstListPages, firstPages } from './stream-paths.ts';
import type { SyncPorts, SyncProgressListener } from './sync-ports.ts';

/** A stream's link is no longer valid: the sync must start over. */
export class ExpiredLink extends Error {}

/** The most pages to read ahead of the one that is being written, so that a slow write blocks no request. */
const mostAhead = 4;

/** A page that was requested, or has arrived and is not written yet. */
interface Asked {
  readonly link: string;
  readonly answer: Promise<GraphBytes & { readonly tookMs: Millis }>;
  /** Where it seems to lead, once it has arrived. */
  next: string | null;
  drop(): void;
}

/** A page that was written. `more`: another follows it. */
export interface PageDone {
  readonly tookMs: Millis;
  readonly more: boolean;
}

/**
 * Reads one stream to its end; requests the next pages while the last one is written. `onPage` is called for
 * each page that was written; if it returns false, reading ends there.
 *
 * Errors: `ExpiredLink`; `graph.pagingLoop` when there is no end; whatever Graph or the store throws.
 */
export async function readStream(
  { store, graph, clock }: SyncPorts,
  no: number,
  state: StreamState,
  signal: AbortSignal,
  listener: SyncProgressListener,
  onPage: (done: PageDone) => Promise<boolean> | boolean = () => true,
): Promise<void> {
  const { stream } = state;
  /** In order; the first one is written next. */
  const asked: Asked[] = [];
  const readAhead = (): void => {
    const last = asked.at(-1);
    if (last !== undefined && last.next !== null && asked.length <= mostAhead) ask(last.next);
  };
  const dropFrom = (place: number): void => {
    for (const late of asked.splice(place)) late.drop();
  };
  const ask = (link: string): void => {
    listener.asked();
    const stop = new AbortController();
    const started = clock.now();
    let waited: Millis = 0;
    const onWait = (until: Millis | null): void => {
      if (until !== null) waited += until - clock.now();
      listener.wait(until);
    };
    const stopping = AbortSignal.any([signal, stop.signal]);
    const answer = graph.page(link, { signal: stopping, priority: 'Low', onWait }).then((bytes) => {
      page.next = peekNextLink(bytes.bytes);
      readAhead();
      return { ...bytes, tookMs: clock.now() - started - waited };
    });
    // It is awaited after earlier pages are written; until then a rejection would be unhandled.
    answer.catch(() => undefined);
    const page: Asked = { link, answer, next: null, drop: () => stop.abort(new CancelledError()) };
    asked.push(page);
  };
  const first = firstPageOf(state);
  const begin = state.link ?? first;
  const end = createPagingEnd(begin);
  let isFirst = true;
  try {
    ask(begin);
    for (;;) {
      const [now] = asked;
      if (now === undefined) return;
      const { bytes, tookMs, date } = await now.answer;
      if (isFirst && date !== null) await store.beganThere(no, date);
      isFirst = false;
      const parsed = await store.parsePage(no, stream, bytes);
      if (asked[1] !== undefined && asked[1].link !== parsed.nextLink) dropFrom(1);
      if (asked[1] === undefined && parsed.nextLink !== null) ask(parsed.nextLink);
      signal.throwIfAborted();
      const { counts, isNews } = await store.writePage(parsed.page, clock.now());
      listener.written(counts);
      end.pass(parsed.nextLink, isNews);
      asked.shift();
      readAhead();
      if (!(await onPage({ tookMs, more: asked.length > 0 }))) return;
    }
  } catch (error) {
    const isLink = (asked[0]?.link ?? first) !== first;
    if (stream === 'users' || stream === 'groups') {
      if (isDeadLink(error, isLink)) throw new ExpiredLink('expired', { cause: error });
      if (isLink && isFailedAnswer(error)) await store.linkFailed(no, stream);
      throw error;
    }
    if (!(error instanceof EvergrantError) || !isFailedAnswer(error)) throw error;
    // Without it, only names of members are missing; the next sync reads it again.
    await store.skipStream(no, stream, error.toProblem());
  } finally {
    dropFrom(0);
  }
}

function firstPageOf({ stream, listed }: StreamState): string {
  return listed && (stream === 'users' || stream === 'groups')
    ? firstListPages[stream]
    : firstPages[stream];
}
