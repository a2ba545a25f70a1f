import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import { isOutOfPatience, patienceFor, pauseBefore } from '../errors/patience.ts';
import { toldWait } from '../errors/retry-after.ts';
import type { Clock, Millis, Random } from '../kernel/ports.ts';
import { Exchange } from './exchange.ts';

/**
 * How long to retry after a connection broke; reads can be repeated. Offline and certificate errors are
 * reported to the caller immediately.
 */
const patienceByCode: Readonly<Record<string, Millis>> = {
  'network.refused': 2_000,
  // The same behind a proxy.
  'network.namedProxy': 2_000,
  'network.timeout': 2_000,
  // A truncated answer.
  'graph.unreadable': 2_000,
};

/**
 * Waits with growing, jittered pauses, at least as long as Graph asks, and retries. Each pause ends
 * immediately when the caller's signal aborts.
 *
 * The client's own RetryHandler is not used: it does not react to an abort while it waits, misreads fractions
 * of seconds and repeats POSTs. Source: learn.microsoft.com/graph/throttling.
 */
export class RetryMiddleware implements Middleware {
  readonly #clock: Clock;
  readonly #random: Random;
  #next: Middleware | undefined;

  constructor(ports: { readonly clock: Clock; readonly random: Random }) {
    this.#clock = ports.clock;
    this.#random = ports.random;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const { options } = Exchange.of(context);
    let waited: Millis = 0;
    for (let tries = 0; ; tries += 1) {
      const failure = await this.#attempt(context);
      const patience = options.retry === false ? 0 : patienceWith(context, failure);
      const pause = this.#pause(context, tries);
      if (isOutOfPatience(waited, pause, patience)) {
        if (failure !== null) throw failure;
        return;
      }
      await context.response?.body?.cancel();
      await this.#wait(pause, options.signal, options.onWait);
      waited += pause;
    }
  }

  /** The failure of a broken connection, or null if there is an answer. */
  async #attempt(context: Context): Promise<EvergrantError | null> {
    delete context.response;
    try {
      await this.#next?.execute(context);
      return null;
    } catch (error) {
      if (error instanceof EvergrantError && error.code in patienceByCode) return error;
      throw error;
    }
  }

  #pause(context: Context, tries: number): number {
    const told = context.response ? toldWait(context.response.headers, this.#clock.now()) : null;
    return pauseBefore(tries, told, this.#random.fraction());
  }

  async #wait(
    ms: number,
    signal: AbortSignal | undefined,
    onWait: ((until: number | null) => void) | undefined,
  ): Promise<void> {
    onWait?.(this.#clock.now() + ms);
    try {
      await this.#clock.sleep(ms, signal);
    } catch (error) {
      throw signal?.aborted === true ? new CancelledError() : error;
    } finally {
      onWait?.(null);
    }
  }
}

function patienceWith(context: Context, failure: EvergrantError | null): Millis {
  if (failure !== null) return patienceByCode[failure.code] ?? 0;
  const { status = 0 } = context.response ?? {};
  // An expired token is renewed, without a wait.
  return status === 401 ? 0 : patienceFor(status);
}
