import type { ConsentAttempt } from '../../../contract/grant.ts';
import type { StepPorts } from '../carry-on-ports.ts';
import { lookIfPossible } from '../look-if-possible.ts';
import { hasRaced, isAccepted, isAcceptedSince, standingOf } from '../standing.ts';
import type { ResetRecord } from '../store.ts';
import { goBack } from './go-back.ts';

/**
 * Checks whether the connector was granted again, by the administrator's answer and by what exists in
 * the tenant.
 */
export async function checkGrant(
  ports: Pick<StepPorts, 'look' | 'removals' | 'consents' | 'clock' | 'transitions'>,
  record: ResetRecord,
  signal?: AbortSignal,
): Promise<ResetRecord> {
  const { clock, transitions } = ports;
  const { tenantId, snapshot } = record;
  const attempt = await newestConsent(ports, record);
  const isAnswered = attempt !== null && isAcceptedSince(attempt, snapshot.context.goneAt);
  const isRaced = attempt !== null && hasRaced(attempt);
  const granted = (here: boolean) =>
    transitions.apply(record, { type: 'granted', at: clock.now(), here, raced: isRaced });
  const look = isAnswered
    ? await lookIfPossible(ports.look, tenantId, signal)
    : await ports.look(tenantId, signal);
  switch (look === null ? 'unclear' : standingOf(look, snapshot)) {
    case 'old': {
      const back = await goBack(ports, record);
      return back === record && isAnswered ? granted(true) : back;
    }
    case 'another':
      return granted(attempt !== null && isAccepted(attempt));
    case 'gone': {
      if (isAnswered) return granted(true);
      const note = isRaced ? 'notThereYet' : null;
      return transitions.applyIfNews(record, { type: 'noted', at: clock.now(), note });
    }
    case 'unclear':
      if (isAnswered) return granted(true);
      if (look?.kind === 'there' && look.refusal !== null) throw look.refusal;
      return granted(attempt !== null && isAccepted(attempt));
  }
}

/** The newest consent opened on this computer since the old grant was removed, or came back. */
async function newestConsent(
  { consents, removals }: Pick<StepPorts, 'consents' | 'removals'>,
  { tenantId, startedAt, snapshot }: ResetRecord,
): Promise<ConsentAttempt | null> {
  const attempt = await consents.last(tenantId);
  const removedAt = (await removals.last(tenantId))?.at ?? startedAt;
  const since = Math.max(removedAt, snapshot.context.setbacks.at(-1)?.at ?? removedAt);
  return attempt !== null && Date.parse(attempt.startedAt) >= since ? attempt : null;
}
