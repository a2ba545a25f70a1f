import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import { parseRetryAfter } from '../errors/retry-after.ts';
import type { Clock, Random } from '../ports.ts';
import { Exchange } from './exchange.ts';

/** How often each kind of refusal is tried again. 410 and 4xx are answers, not refusals. */
const triesByStatus: Readonly<Record<number, number>> = {
  // A batch of which a part was throttled, as older services answer (entra-graph §5).
  424: 4,
  429: 10,
  500: 2,
  502: 4,
  503: 6,
  504: 4,
};
/** Connections that broke: a read may be repeated. Offline and certificates are for the caller to hear at once. */
const triesByCode: Readonly<Record<string, number>> = {
  'network.refused': 2,
  'network.timeout': 2,
};

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** A longer wait than this is told to the caller instead of sat out. */
const longestAskedMs = 10 * 60_000;

/**
 * Waits as long as Graph asks, else with growing, jittered pauses, and asks again. Each pause ends at
 * once when the caller's signal aborts.
 *
 * The client's own RetryHandler is not used: it sleeps through an abort, misreads fractions of seconds
 * and repeats POSTs (toolchain §6). Source: learn.microsoft.com/graph/throttling.
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
    for (let tries = 0; ; tries += 1) {
      const failure = await this.#attempt(context);
      const allowed = options.retry === false ? 0 : allowedTries(context, failure);
      const pause = this.#pause(context, tries);
      if (tries >= allowed || pause > longestAskedMs) {
        if (failure !== null) throw failure;
        return;
      }
      await context.response?.body?.cancel();
      await this.#wait(pause, options.signal, options.onWait);
    }
  }

  /** The failure of a broken connection, or null when there is an answer. */
  async #attempt(context: Context): Promise<EvergrantError | null> {
    delete context.response;
    try {
      await this.#next?.execute(context);
      return null;
    } catch (error) {
      if (error instanceof EvergrantError && error.code in triesByCode) return error;
      throw error;
    }
  }

  #pause(context: Context, tries: number): number {
    const asked = parseRetryAfter(
      context.response?.headers.get('retry-after') ?? null,
      this.#clock.now(),
    );
    if (asked !== null && asked > 0) return asked;
    const full = Math.min(firstPauseMs * 2 ** tries, longestPauseMs);
    return Math.round(full / 2 + (full / 2) * this.#random.fraction());
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

function allowedTries(context: Context, failure: EvergrantError | null): number {
  if (failure !== null) return triesByCode[failure.code] ?? 0;
  return triesByStatus[context.response?.status ?? 0] ?? 0;
}
