import { ORPCError } from '@orpc/server';
import { CancelledError, EvergrantError, problemOf } from '../errors/evergrant-error.ts';
import type { Log } from '../kernel/ports.ts';

/**
 * Runs a call. Expected failures and cancellation become `EVERGRANT` with their problem; a bug is
 * logged by its name and place, and becomes `INTERNAL_SERVER_ERROR` without its message.
 */
export async function answer<T>(
  log: Log,
  call: { readonly path: readonly string[]; readonly signal?: AbortSignal | undefined },
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw outwards(log, call, error);
  }
}

/** The same for errors that a stream throws after its start. */
export async function* answerEach<T>(
  log: Log,
  call: { readonly path: readonly string[]; readonly signal?: AbortSignal | undefined },
  stream: AsyncIterable<T>,
): AsyncGenerator<T> {
  try {
    yield* stream;
  } catch (error) {
    if (call.signal?.aborted) return;
    throw outwards(log, call, error);
  }
}

function outwards(
  log: Log,
  call: { readonly path: readonly string[]; readonly signal?: AbortSignal | undefined },
  error: unknown,
): unknown {
  if (error instanceof ORPCError) return error;
  if (call.signal?.aborted) return refusal(new CancelledError());
  if (error instanceof EvergrantError || error instanceof CancelledError) return refusal(error);
  const name = error instanceof Error ? error.name : 'unknown';
  log.error('router.bug', { call: call.path.join('.'), name, place: placeOf(error) });
  return new ORPCError('INTERNAL_SERVER_ERROR');
}

function refusal(error: EvergrantError | CancelledError): unknown {
  return new ORPCError('EVERGRANT', { defined: true, data: problemOf(error) });
}

/** The place of a bug: the first line of its stack that names a place, without its message. */
function placeOf(error: unknown): string | null {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return (
    lines
      .find((line) => /^\s+at /.test(line))
      ?.trim()
      .slice(0, 200) ?? null
  );
}
