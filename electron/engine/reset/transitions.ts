import type { Activity, Deed } from '../kernel/activity/activity.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { ResetEvent, ResetSnapshot } from './events.ts';
import { nextReset } from './machine.ts';
import type { ResetRecord, ResetStore } from './store.ts';

/** Moves resets from one stored version to the next. */
export interface Transitions {
  /**
   * Stores the reset after an event, before any other action.
   * Errors: `reset.notNow`, `reset.movedOn`.
   */
  apply(record: ResetRecord, event: ResetEvent): Promise<ResetRecord>;
  /** The same; an event that changes nothing leaves the reset as it is. */
  applyIfNews(record: ResetRecord, event: ResetEvent): Promise<ResetRecord>;
  /** Stores a new reset. Errors: `reset.running`. */
  begin(record: ResetRecord): Promise<void>;
  /**
   * Stores a colleague's reset as it is after the hand-over: as a new one, or replacing the stored
   * version `from`. Errors: `reset.running`, `reset.movedOn`, `reset.notNow`.
   */
  take(
    record: ResetRecord,
    from: number | null,
    event: ResetEvent & { readonly type: 'takenOver' },
  ): Promise<ResetRecord>;
}

/** Makes the only way to change a reset: each change is stored with a version and an activity line. */
export function createTransitions(ports: {
  readonly store: ResetStore;
  readonly activity: Pick<Activity, 'line'>;
  readonly changes: ChangePublisher;
}): Transitions {
  const { store, activity, changes } = ports;

  const announce = (tenantId: string, hasLine: boolean): void => {
    changes.publish({ topic: 'grants', tenantId });
    if (hasLine) changes.publish({ topic: 'activity', tenantId });
  };

  const after = (record: ResetRecord, event: ResetEvent): ResetRecord | null => {
    const snapshot = nextReset(record.snapshot, event);
    if (snapshot === null) return null;
    const hasEnded = snapshot.state === 'finished' || snapshot.state === 'abandoned';
    const version = record.version + 1;
    return { ...record, version, endedAt: hasEnded ? event.at : null, snapshot };
  };

  const lineOf = async (event: ResetEvent, next: ResetRecord) => {
    const { tenantId, profileId, snapshot } = next;
    const deed = deedOf(event, snapshot);
    return deed && (await activity.line({ ...deed, tenantId, profileId }));
  };

  async function keep(event: ResetEvent, next: ResetRecord, from: number): Promise<ResetRecord> {
    const line = await lineOf(event, next);
    if (!(await store.advance(next, from, line)))
      throw new EvergrantError('reset.movedOn', { retry: 'now' });
    announce(next.tenantId, line !== null);
    return next;
  }

  return {
    apply: async (record, event) => {
      const next = after(record, event);
      if (next === null) throw new EvergrantError('reset.notNow', { retry: 'now' });
      return keep(event, next, record.version);
    },
    applyIfNews: async (record, event) => {
      const next = after(record, event);
      return next === null ? record : keep(event, next, record.version);
    },
    begin: async (record) => {
      const { tenantId, profileId, startedBy: account, snapshot } = record;
      const action = snapshot.context.purpose === 'reset' ? 'resetBegun' : 'offBoardBegun';
      const line = await activity.line({ action, tenantId, profileId, account, result: 'ok' });
      if (!(await store.add(record, line)))
        throw new EvergrantError('reset.running', { retry: 'now' });
      announce(tenantId, true);
    },
    take: async (record, from, event) => {
      const next = after(record, event);
      if (next === null) throw new EvergrantError('reset.notNow', { retry: 'never' });
      if (from !== null) return keep(event, next, from);
      if (!(await store.add(next, await lineOf(event, next))))
        throw new EvergrantError('reset.running', { retry: 'now' });
      announce(next.tenantId, true);
      return next;
    },
  };
}

/** The activity line of a transition; most transitions appear only in the report. */
function deedOf(event: ResetEvent, { state, context }: ResetSnapshot): Deed | null {
  const account = 'by' in event ? event.by : null;
  if (state === 'finished' || state === 'abandoned') {
    const action = context.purpose === 'reset' ? 'resetEnded' : 'offBoardEnded';
    return { action, account, result: state };
  }
  if (event.type === 'handedOver') return { action: 'resetHandedOver', account, result: 'ok' };
  if (event.type === 'cameBack') return { action: 'resetCameBack', result: 'noticed' };
  if (event.type === 'takenOver') return { action: 'resetTakenOver', account, result: 'ok' };
  return null;
}
