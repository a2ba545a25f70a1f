import type { SyncRun } from '../../../contract/sync.ts';
import { presentSync } from './present-sync.ts';
import type { RunningSyncs } from './running-syncs.ts';
import type { SyncRecord } from './store.ts';
import type { SyncsPorts } from './syncs-ports.ts';

/** The last sync of each tenant, whichever process carries it. */
export function createLastSyncs(
  { store, leases }: Pick<SyncsPorts, 'store' | 'leases'>,
  running: Pick<RunningSyncs, 'of'>,
) {
  /** A sync that claims to run, though no living process carries it, was cut off: a kill writes no end. */
  const presentOthers = async (record: SyncRecord): Promise<SyncRun> => {
    const { state, tenantId } = record;
    const isCutOff = state === 'running' && (await leases.isFree({ tenantId, kind: 'sync' }));
    return presentSync(isCutOff ? { ...record, state: 'interrupted' } : record);
  };
  return {
    async of(tenantId: string): Promise<SyncRun | null> {
      const job = running.of(tenantId);
      if (job) return job.progress.latest;
      const record = await store.last(tenantId);
      return record && (await presentOthers(record));
    },
    /** By tenant id. */
    async all(): Promise<ReadonlyMap<string, SyncRun>> {
      const kept = [...(await store.lasts())];
      const present = async ([tenantId, record]: readonly [string, SyncRecord]) => {
        const run = running.of(tenantId)?.progress.latest ?? (await presentOthers(record));
        return [tenantId, run] as const;
      };
      return new Map(await Promise.all(kept.map(present)));
    },
  };
}
export type LastSyncs = ReturnType<typeof createLastSyncs>;
