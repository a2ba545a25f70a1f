import type { CarryOnPorts } from './carry-on-ports.ts';
import type { ResetSnapshot } from './events.ts';
import type { ResetRecord } from './store.ts';

/** By so much may clocks of one computer differ from one moment to the next. */
const slackMs = 60_000;

/**
 * Removes the record of the old grant once: at the step, or when a reset is taken over on a computer that
 * still knows the old grant. What a crash interrupted is found done.
 */
export async function removeHere(
  { removals, clock }: Pick<CarryOnPorts, 'removals' | 'clock'>,
  { tenantId, startedAt, snapshot }: ResetRecord,
): Promise<void> {
  // The start may be a time of a colleague's clock; the takeover is one of this computer's.
  const since = takenAt(snapshot) ?? startedAt;
  const removal = await removals.last(tenantId);
  // One from further in the future was kept before the clock was set back, and was another reset's.
  const isOurs = removal !== null && removal.at >= since && removal.at <= clock.now() + slackMs;
  if (isOurs) return;
  await removals.removeHere(tenantId);
}

/** When the reset was last taken over from a file; null where it never was. */
export function takenAt({ context }: ResetSnapshot): number | null {
  return context.hands.findLast(({ kind }) => kind === 'taken')?.at ?? null;
}
