import type { OpenReset } from '../../contract/grant.ts';
import { stepsOf } from '../../contract/reset.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { ResetRecord, ResetStore } from './store.ts';

/** The open resets and off-boardings, for operations that show them or could break them. */
export interface OpenResets {
  /** Null: none is open for the tenant. */
  of(tenantId: string): Promise<OpenReset | null>;
  /** By tenant ID. */
  all(): Promise<ReadonlyMap<string, OpenReset>>;
  /**
   * Refuses operations that would break an open reset: removing the connector's record, and granting
   * before the old enterprise application is gone. Errors: `reset.open`.
   */
  protect(tenantId: string, from: 'granting' | 'removing'): Promise<void>;
}

/** Makes the service from the stored resets. */
export function createOpenResets(store: Pick<ResetStore, 'last' | 'open'>): OpenResets {
  const openOne = async (tenantId: string): Promise<ResetRecord | null> => {
    const record = await store.last(tenantId);
    return record === null || record.endedAt !== null ? null : record;
  };
  return {
    of: async (tenantId) => {
      const record = await openOne(tenantId);
      return record && present(record);
    },
    all: async () =>
      new Map((await store.open()).map((record) => [record.tenantId, present(record)] as const)),
    protect: async (tenantId, from) => {
      const record = await openOne(tenantId);
      if (record === null || (from === 'granting' && mayGrant(record))) return;
      const { step, of, by } = present(record);
      throw new EvergrantError('reset.open', { params: { step, of, by }, retry: 'after' });
    },
  };
}

/** At these steps the reset itself requests a grant. */
const grants: ReadonlySet<string> = new Set(['granting', 'vendorGrant', 'testing', 'syncing']);

function mayGrant({ snapshot: { state, context } }: ResetRecord): boolean {
  return context.purpose === 'reset' && grants.has(state);
}

function present({ startedAt, snapshot: { state, context } }: ResetRecord): OpenReset {
  const steps = stepsOf[context.purpose];
  const at = context.heldAt ?? state;
  return {
    purpose: context.purpose,
    step: steps.findIndex((step) => step === at) + 1,
    of: steps.length,
    startedAt: new Date(startedAt).toISOString(),
    by: context.holder,
    handedOver: state === 'handedOver',
  };
}
