import { ORPCError } from '@orpc/client';
import { problem } from '../../electron/contract/problem.ts';
import type { Problem } from '../../electron/contract/problem.ts';

/** The problem that a failed call carries; anything unexpected becomes `internal`. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof ORPCError && error.code === 'EVERGRANT') {
    const parsed = problem.safeParse(error.data);
    if (parsed.success) return parsed.data;
  }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    return { code: 'input.invalid', params: {}, retry: 'never' };
  }
  return { code: 'internal', params: {}, retry: 'never' };
}
