import type { StepPorts } from '../carry-on-ports.ts';
import { nextReset } from '../machine.ts';
import type { ResetRecord } from '../store.ts';

/**
 * Returns to the deletion because the old enterprise application came back; a consent that is still
 * open was for that one. Returns the same record when the reset cannot go back from its step.
 */
export async function goBack(
  ports: Pick<StepPorts, 'consents' | 'clock' | 'transitions'>,
  record: ResetRecord,
): Promise<ResetRecord> {
  const cameBack = { type: 'cameBack', at: ports.clock.now() } as const;
  if (nextReset(record.snapshot, cameBack) === null) return record;
  await ports.consents.cancelIfRunning(record.tenantId);
  return ports.transitions.apply(record, cameBack);
}
