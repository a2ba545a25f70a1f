import type { Reset } from '../../contract/reset.ts';
import type { Millis } from '../kernel/ports.ts';
import { settleMs } from './machine-parts.ts';
import type { Row } from './events.ts';
import type { ResetRecord } from './store.ts';

/** A reset as it crosses the contract. */
export function presentReset(record: ResetRecord, portalPage: string | null): Reset {
  const { snapshot, id, tenantId, profileId, version, startedBy } = record;
  const { state, context } = snapshot;
  const { purpose, holder, hands, heldAt } = context;
  const { steps, setbacks, note, before, after, firstRefusedAt, goneAt, abandoned } = context;
  return {
    id,
    tenantId,
    profileId,
    version,
    purpose,
    state,
    heldAt,
    startedAt: iso(record.startedAt),
    startedBy,
    holder,
    hands: hands.map((hand) => ({ ...hand, at: iso(hand.at) })),
    steps: steps.map(presentStep),
    setbacks: setbacks.map(({ at, undone }) => ({ at: iso(at), undone: undone.map(presentStep) })),
    note,
    before,
    after,
    firstRefusedAt: firstRefusedAt === null ? null : iso(firstRefusedAt),
    waitUntil: goneAt === null ? null : iso(goneAt + settleMs),
    portalPage,
    endedAt: record.endedAt === null ? null : iso(record.endedAt),
    abandoned: abandoned && { ...abandoned, at: iso(abandoned.at) },
  };
}

const presentStep = (step: Row) => ({ ...step, at: iso(step.at) });

const iso = (at: Millis): string => new Date(at).toISOString();
