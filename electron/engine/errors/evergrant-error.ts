import type { Problem, Retry } from '../../contract/problem.ts';

/**
 * An expected failure: it has a code in the catalogue, and a person can be told what to do.
 * A bug is a plain `Error`. Cancellation is `CancelledError`.
 */
export class EvergrantError extends Error {
  readonly code: string;
  readonly params: Problem['params'];
  readonly retry: Retry;
  readonly retryAfterMs: number | undefined;
  readonly raw: Problem['raw'];

  constructor(
    code: string,
    options: {
      readonly params?: Problem['params'];
      readonly retry?: Retry;
      readonly retryAfterMs?: number;
      readonly raw?: Problem['raw'];
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'EvergrantError';
    this.code = code;
    this.params = options.params ?? {};
    this.retry = options.retry ?? 'never';
    this.retryAfterMs = options.retryAfterMs;
    this.raw = options.raw;
  }

  /** The same failure as it crosses the contract. */
  toProblem(): Problem {
    return {
      code: this.code,
      params: this.params,
      retry: this.retry,
      ...(this.retryAfterMs !== undefined && { retryAfterMs: this.retryAfterMs }),
      ...(this.raw && { raw: this.raw }),
    };
  }
}

/** Someone asked to stop. Not a failure, never logged as one. */
export class CancelledError extends Error {
  constructor() {
    super('cancelled');
    this.name = 'CancelledError';
  }
}

/** The problem to show for anything that was caught: a bug becomes `internal` without its message. */
export function problemOf(error: unknown): Problem {
  if (error instanceof EvergrantError) return error.toProblem();
  if (error instanceof CancelledError) return { code: 'cancelled', params: {}, retry: 'now' };
  return { code: 'internal', params: {}, retry: 'never' };
}
