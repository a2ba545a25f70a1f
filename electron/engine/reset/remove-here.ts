import type { CarryOnPorts } from './carry-on-ports.ts';
import type { ResetSnapshot } from './events.ts';
import type { ResetRecord } from './store.ts';

/** The tolerated difference between two readings of one computer's clock. */
const slackMs = 60_000;

/**
 * Removes Evergrant's record of the old grant once: at the step, or when a reset is taken over on a
 * computer that still has the record. Work that a crash interrupted is found done.
 */
export async function removeHere(
  { removals, clock }: Pick<CarryOnPorts, 'removals' | 'clock'>,
  { tenantId, startedAt, snapshot }: ResetRecord,
): Promise<void> {
  // The start time can be from a colleague's clock; the takeover time is from this computer's.
  const since = takenAt(snapshot) ?? startedAt;
  const removal = await removals.last(tenantId);
  // A time further in the future was stored before the clock was set back, and belongs to another reset.
  const isOurs = removal !== null && removal.at >= since && removal.at <= clock.now() + slackMs;
  if (isOurs) return;
  await removals.removeHere(tenantId);
}

/** When the reset was last taken over from a file; null if never. */
export function takenAt({ context }: ResetSnapshot): number | null {
  return context.hands.findLast(({ kind }) => kind === 'taken')?.at ?? null;
}
