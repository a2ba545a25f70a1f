import type { StepPorts } from '../carry-on-ports.ts';
import { lookIfAnyoneCan } from '../look-if-possible.ts';
import { nextReset } from '../machine.ts';
import { standingOf } from '../standing.ts';
import type { ResetRecord } from '../store.ts';
import { goBack } from './go-back.ts';

/** Checks whether the old enterprise application is deleted. */
export async function checkDeletion(
  { look: lookFor, clock, transitions }: Pick<StepPorts, 'look' | 'clock' | 'transitions'>,
  record: ResetRecord,
  signal?: AbortSignal,
): Promise<ResetRecord> {
  const look = await lookFor(record.tenantId, signal);
  const at = clock.now();
  if (look.kind !== 'there') return transitions.applyIfNews(record, { type: look.kind, at });
  const { servicePrincipalId } = look;
  return standingOf(look, record.snapshot) === 'another'
    ? transitions.applyIfNews(record, { type: 'replaced', at })
    : transitions.applyIfNews(record, { type: 'answered', at, servicePrincipalId });
}

/** Waits until the time is over and nothing answers; if no identity can check, only the time counts. */
export async function checkSettled(
  ports: Pick<StepPorts, 'look' | 'consents' | 'clock' | 'transitions'>,
  record: ResetRecord,
  signal?: AbortSignal,
): Promise<ResetRecord> {
  const looked = { type: 'looked', at: ports.clock.now() } as const;
  if (nextReset(record.snapshot, looked) === null) return record;
  const look = await lookIfAnyoneCan(ports.look, record.tenantId, signal);
  const isBack = look !== null && standingOf(look, record.snapshot) === 'old';
  return isBack ? goBack(ports, record) : ports.transitions.applyIfNews(record, looked);
}
