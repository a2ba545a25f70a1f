import { z } from 'zod';

/** The variable that tells a command which of its waits end immediately. */
export const hurriedVariable = 'EVERGRANT_TEST_HURRIED';

/**
 * Waits that a command skips: its clock is set forward instead. Only the listed waits are skipped, because a
 * timeout is a wait as well.
 */
export const hurriedWaits = z.object({
  /** The file with the lead of the clock, for the next command. */
  clockFile: z.string(),
  /** The lengths of the waits, in milliseconds. */
  waits: z.array(z.number()),
});

/** The environment of a command for which `waits` (milliseconds) end immediately. */
export function hurrying(
  clockFile: string,
  waits: readonly number[],
): Readonly<Record<string, string>> {
  return { [hurriedVariable]: JSON.stringify({ clockFile, waits }) };
}
