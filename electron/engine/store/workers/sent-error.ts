import type { Problem } from '../../../contract/problem.ts';
import { CancelledError, errorOf, EvergrantError } from '../../errors/evergrant-error.ts';

/** An error as it crosses a thread: structured clone keeps an error's message but neither its class nor its code. */
export type SentError =
  | { readonly kind: 'evergrant'; readonly problem: Problem }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string | undefined };

/** What a call between threads answers. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: SentError };

/** Takes an error apart for the other thread. */
export function packError(error: unknown): SentError {
  if (error instanceof EvergrantError) return { kind: 'evergrant', problem: error.toProblem() };
  if (error instanceof CancelledError) return { kind: 'cancelled' };
  return error instanceof Error
    ? { kind: 'bug', message: error.message, stack: error.stack }
    : { kind: 'bug', message: String(error), stack: undefined };
}

/** Makes the same kind of error again on this side. */
export function unpackError(sent: SentError): Error {
  if (sent.kind === 'cancelled') return new CancelledError();
  if (sent.kind === 'evergrant') return errorOf(sent.problem);
  const bug = new Error(sent.message);
  if (sent.stack !== undefined) bug.stack = sent.stack;
  return bug;
}
