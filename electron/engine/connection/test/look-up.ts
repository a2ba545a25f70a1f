import type { z } from 'zod';
import type { Problem } from '../../../contract/problem.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { parseAnswer } from '../../errors/parse-answer.ts';
import type { Clock, Millis } from '../../kernel/ports.ts';

/** What one look-up returned, or why it failed. A failure is never an empty answer. */
export type Found<T> =
  | { readonly ok: true; readonly value: T; readonly at: Millis }
  | { readonly ok: false; readonly problem: Problem; readonly at: Millis };

/** The time limit of one whole test, in milliseconds. */
export const testLimitMs: Millis = 90_000;

/** Runs the look-ups of one test. Each may fail separately; canceling ends them all. */
export interface LookUp {
  <T>(work: (signal: AbortSignal) => Promise<unknown>, schema: z.ZodType<T>): Promise<Found<T>>;
}

/** Makes the look-ups of one test, which end with the caller's signal or after {@link testLimitMs}. */
export function createLookUp(
  clock: Clock,
  signal: AbortSignal | undefined,
): { readonly lookUp: LookUp; readonly close: () => void } {
  const limit = new AbortController();
  const closing = new AbortController();
  clock.sleep(testLimitMs, closing.signal).then(
    () => limit.abort(new EvergrantError('grant.testTooSlow', { retry: 'now' })),
    () => {},
  );
  const both = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal;
  const lookUp: LookUp = async (work, schema) => {
    signal?.throwIfAborted();
    try {
      return { ok: true, value: parseAnswer(schema, await work(both)), at: clock.now() };
    } catch (error) {
      signal?.throwIfAborted();
      const failure: unknown = limit.signal.aborted ? limit.signal.reason : error;
      if (!(failure instanceof EvergrantError)) throw failure;
      return { ok: false, problem: failure.toProblem(), at: clock.now() };
    }
  };
  return { lookUp, close: () => closing.abort() };
}
