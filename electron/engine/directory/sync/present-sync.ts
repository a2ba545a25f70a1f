import type { SyncRun } from '../../../contract/sync.ts';
import type { Millis } from '../../kernel/ports.ts';
import type { SyncRecord } from './store.ts';

/** A sync in the form that screens show. */
export function presentSync(record: SyncRecord, waitingUntil: Millis | null = null): SyncRun {
  return {
    id: record.id,
    tenantId: record.tenantId,
    mode: record.mode,
    state: record.state,
    phase: record.phase,
    startedAt: new Date(record.startedAt).toISOString(),
    finishedAt: record.finishedAt === null ? null : new Date(record.finishedAt).toISOString(),
    counts: { ...record.counts },
    requests: record.requests,
    expected: record.expected,
    membershipsBy: record.membershipsBy,
    waitingUntil: waitingUntil === null ? null : new Date(waitingUntil).toISOString(),
    gaps: record.gaps,
    problem: record.problem,
  };
}
