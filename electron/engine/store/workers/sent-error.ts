import type { Problem } from '../../../contract/problem.ts';
import { CancelledError, errorOf, EvergrantError } from '../../errors/evergrant-error.ts';

/** An error for another thread: structured clone keeps an error's message, but not its class or code. */
export type SentError =
  | { readonly kind: 'evergrant'; readonly problem: Problem }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string | undefined };

/** The result of a call between threads. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: SentError };

/** Converts an error to an object for the other thread. */
export function packError(error: unknown): SentError {
  if (error instanceof EvergrantError) return { kind: 'evergrant', problem: error.toProblem() };
  if (error instanceof CancelledError) return { kind: 'cancelled' };
  return error instanceof Error
    ? { kind: 'bug', message: error.message, stack: error.stack }
    : { kind: 'bug', message: String(error), stack: undefined };
}

/** Converts it back to an error of the same kind. */
export function unpackError(sent: SentError): Error {
  if (sent.kind === 'cancelled') return new CancelledError();
  if (sent.kind === 'evergrant') return errorOf(sent.problem);
  const bug = new Error(sent.message);
  if (sent.stack !== undefined) bug.stack = sent.stack;
  return bug;
}
