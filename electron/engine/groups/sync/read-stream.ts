import { CancelledError, EvergrantError } from '../../errors/evergrant-error.ts';
import type { GraphBytes } from '../../graph/graph.ts';
import type { Millis } from '../../ports.ts';
import { isExpiredLink, isRefusedList } from './expired-link.ts';
import { peekNextLink } from './peek-next-link.ts';
import type { StreamState } from './store.ts';
import { firstListPages, firstPages } from './stream-paths.ts';
import type { Hearing, SyncPorts } from './sync-ports.ts';

/** A stream's link was no longer good: the sync must start over. */
export class ExpiredLink extends Error {}

/** A page that is on its way. */
interface Asked {
  readonly link: string;
  readonly answer: Promise<GraphBytes & { readonly tookMs: Millis }>;
  drop(): void;
}

/** A page that has been written. `more`: another follows it. */
export interface PageDone {
  readonly tookMs: Millis;
  readonly more: boolean;
}

/**
 * Reads one stream to its end: the next page is asked for while the last is written. `onPage` hears of
 * each page that was written; false ends the reading there.
 *
 * Errors: `ExpiredLink`; whatever Graph or the store throws.
 */
export async function readStream(
  { store, graph, clock }: SyncPorts,
  no: number,
  state: StreamState,
  signal: AbortSignal,
  hear: Hearing,
  onPage: (done: PageDone) => Promise<boolean> | boolean = () => true,
): Promise<void> {
  const { stream } = state;
  const ask = (link: string): Asked => {
    hear.asked();
    const stop = new AbortController();
    const started = clock.now();
    let waited: Millis = 0;
    const onWait = (until: Millis | null): void => {
      if (until !== null) waited += until - clock.now();
      hear.wait(until);
    };
    const both = AbortSignal.any([signal, stop.signal]);
    const answer = graph
      .page(link, { signal: both, priority: 'Low', onWait })
      .then((bytes) => ({ ...bytes, tookMs: clock.now() - started - waited }));
    // It is awaited after the page before it is written; until then nobody listens.
    answer.catch(() => undefined);
    return { link, answer, drop: () => stop.abort(new CancelledError()) };
  };
  let asked: Asked | null = ask(state.link ?? firstPageOf(state));
  try {
    while (asked !== null) {
      const { bytes, tookMs } = await asked.answer;
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
      if (!(await onPage({ tookMs, more: next !== null }))) {
        next?.drop();
        return;
      }
    }
  } catch (error) {
    if (isExpiredLink(error, state)) throw new ExpiredLink('expired', { cause: error });
    if (stream === 'users' || stream === 'groups' || !isRefusedList(error)) throw error;
    await store.skipStream(no, stream, error.toProblem());
  }
}

function firstPageOf({ stream, listed }: StreamState): string {
  return listed && (stream === 'users' || stream === 'groups')
    ? firstListPages[stream]
    : firstPages[stream];
}

function endlessLink(): EvergrantError {
  return new EvergrantError('sync.unreadablePage', {
    retry: 'after',
    params: { at: '@odata.nextLink', found: 'itself' },
  });
}
