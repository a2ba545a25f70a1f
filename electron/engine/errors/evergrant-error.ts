import type { Problem, Retry } from '../../contract/problem.ts';
import { meaningOf, portalPageOf } from './questions.ts';
import type { ErrorCode, ParamsOf } from './table/table.ts';

type Params = Problem['params'];

interface Details {
  readonly retry?: Retry | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly raw?: Problem['raw'];
  readonly cause?: unknown;
}

/** A code's details: the parameters that its sentences use are required. */
type Given<Code extends ErrorCode> = [ParamsOf<Code>] extends [never]
  ? readonly [details?: Details & { readonly params?: Params }]
  : readonly [
      details: Details & {
        readonly params: Params & Readonly<Record<ParamsOf<Code>, Params[string]>>;
      },
    ];

/**
 * An expected failure: its code has a row in the table, with advice for a person. A bug is a plain
 * `Error`. Cancellation is `CancelledError`.
 */
export class EvergrantError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: ErrorCode;
  readonly params: Params;
  readonly retry: Retry;
  readonly retryAfterMs: number | undefined;
  readonly raw: Problem['raw'];

  constructor(code: Code, ...[details]: Given<Code>) {
    super(code, { cause: details?.cause });
    this.name = 'EvergrantError';
    this.code = code;
    this.params = details?.params ?? {};
    this.retry = details?.retry ?? 'never';
    this.retryAfterMs = details?.retryAfterMs;
    this.raw = details?.raw;
  }

  /** The same failure as it crosses the contract. */
  toProblem(): Problem {
    return explained({
      code: this.code,
      params: this.params,
      retry: this.retry,
      ...(this.retryAfterMs !== undefined && { retryAfterMs: this.retryAfterMs }),
      ...(this.raw && { raw: this.raw }),
    });
  }
}

/** A person or caller canceled. Not a failure, never logged as one. */
export class CancelledError extends Error {
  constructor() {
    super('cancelled');
    this.name = 'CancelledError';
  }
}

/**
 * A problem that was not thrown, such as a reason next to a status: it has no stack, which is slow to
 * create.
 */
export function newProblem<Code extends ErrorCode>(code: Code, ...[details]: Given<Code>): Problem {
  return explained({
    code,
    params: details?.params ?? {},
    retry: details?.retry ?? 'never',
    ...(details?.retryAfterMs !== undefined && { retryAfterMs: details.retryAfterMs }),
    ...(details?.raw && { raw: details.raw }),
  });
}

/**
 * The same problem under another code, with Microsoft's details; the parameters are those of the new
 * code.
 */
export function recoded<Code extends ErrorCode>(
  { retry, retryAfterMs, raw }: Problem,
  code: Code,
  ...given: Given<Code>
): Problem {
  const details = given[0];
  return explained({
    code,
    params: details?.params ?? {},
    retry: details?.retry ?? retry,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(raw && { raw }),
  });
}

/** The error of a problem that was stored or sent. A code from another version is unchanged. */
export function errorOf(problem: Problem, cause?: unknown): EvergrantError {
  const error = new EvergrantError('internal', { ...problem, cause });
  return Object.assign(error, { code: problem.code, message: problem.code });
}

/** A problem with the current meaning of its code: a stored one can have none, or that of another version. */
export function explained(problem: Problem): Problem {
  const { meaning: _, portal: __, ...rest } = problem;
  const meaning = meaningOf(rest);
  const portal = portalPageOf(rest);
  return { ...rest, ...(meaning !== null && { meaning }), ...(portal !== null && { portal }) };
}

/** The problem to show for any caught error: a bug becomes `internal` without its message. */
export function problemOf(error: unknown): Problem {
  if (error instanceof EvergrantError) return error.toProblem();
  return error instanceof CancelledError
    ? newProblem('cancelled', { retry: 'now' })
    : newProblem('internal');
}
