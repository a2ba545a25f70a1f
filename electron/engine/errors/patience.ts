import type { Millis } from '../kernel/ports.ts';

/**
 * The longest total wait for one request, including waits that the service asked for: a longer one is
 * reported.
 */
export const mostWaitMs: Millis = 10 * 60_000;

const minute: Millis = 60_000;

/** How long to retry refusals that can be temporary, by status. 410 and other 4xx are answers. */
const patienceByStatus: Readonly<Record<number, Millis>> = {
  // In a batch: a token that has just expired.
  401: 10_000,
  408: minute,
  // A batch of which a part was throttled, as older services answer.
  424: 2 * minute,
  429: mostWaitMs,
  500: 2_000,
  502: 15_000,
  503: 2 * minute,
  504: 15_000,
  // Bandwidth limit exceeded.
  509: 2 * minute,
};

/** The longest total of the pauses after refusals with this status; 0: it is an answer. */
export function patienceFor(status: number): Millis {
  return patienceByStatus[status] ?? 0;
}

const firstPauseMs: Millis = 1_000;
const longestPauseMs: Millis = 60_000;

/**
 * The pause before the next try. The service's Retry-After is a lower bound: it can ask for a quarter
 * of a second and keep refusing for a minute. `fraction`, from 0 to 1, spreads requests that were
 * refused together.
 *
 * Source: learn.microsoft.com/graph/throttling.
 */
export function pauseBefore(tries: number, told: Millis | null, fraction: number): Millis {
  const full = Math.min(firstPauseMs * 2 ** tries, longestPauseMs);
  return Math.max(told ?? 0, Math.round(full / 2 + (full / 2) * fraction));
}

/** Whether to stop retrying: `waited` is the total so far, and `pause` would be next. */
export function isOutOfPatience(waited: Millis, pause: Millis, patience: Millis): boolean {
  return waited >= patience || waited + pause > mostWaitMs;
}
