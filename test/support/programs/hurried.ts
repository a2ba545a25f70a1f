import { z } from 'zod';

/** Where a command finds out which of its waits are to pass at once. */
export const hurriedVariable = 'EVERGRANT_TEST_HURRIED';

/**
 * Waits that a command does not wait for: its clock is set forward instead. Only those that are named, since
 * a limit of time is a wait, too.
 */
export const hurriedWaits = z.object({
  /** Holds how far the clock is ahead, for the command that comes next. */
  clockFile: z.string(),
  /** The waits' lengths, milliseconds. */
  waits: z.array(z.number()),
});

/** The environment of a command for which `waits` pass at once, in milliseconds. */
export function hurrying(
  clockFile: string,
  waits: readonly number[],
): Readonly<Record<string, string>> {
  return { [hurriedVariable]: JSON.stringify({ clockFile, waits }) };
}
