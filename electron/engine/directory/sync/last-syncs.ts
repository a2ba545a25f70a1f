import type { SyncRun } from '../../../contract/sync.ts';
import { presentSync } from './present-sync.ts';
import type { RunningSyncs } from './running-syncs.ts';
import type { LastRuns, SyncRecord } from './store.ts';
import type { SyncsPorts } from './syncs-ports.ts';

/** The last sync of each tenant, whichever process runs it. */
export function createLastSyncs(
  {
    store,
    leases,
  }: {
    readonly store: Pick<SyncsPorts['store'], 'last' | 'lasts'>;
    readonly leases: Pick<SyncsPorts['leases'], 'isFree'>;
  },
  running: Pick<RunningSyncs, 'of'>,
) {
  let kept: LastRuns = { version: '', runs: null };
  /** Ended syncs in the form that is shown; they no longer change. */
  const ended = new WeakMap<SyncRecord, SyncRun>();
  /**
   * A sync that is marked as running but belongs to no living process was interrupted: a killed process
   * records no end.
   */
  const presentOthers = async (record: SyncRecord): Promise<SyncRun> => {
    const { state, tenantId } = record;
    const isCutOff = state === 'running' && (await leases.isFree({ tenantId, kind: 'sync' }));
    return presentSync(isCutOff ? { ...record, state: 'interrupted' } : record);
  };
  const present = async (record: SyncRecord): Promise<SyncRun> => {
    const run = await presentOthers(record);
    if (record.state !== 'running') ended.set(record, run);
    return run;
  };
  return {
    async of(tenantId: string): Promise<SyncRun | null> {
      const job = running.of(tenantId);
      if (job) return job.progress.latest;
      const record = await store.last(tenantId);
      return record && (await presentOthers(record));
    },
    /** By tenant ID. Reads the syncs only if something was written since, because long lists query often. */
    async all(): Promise<ReadonlyMap<string, SyncRun>> {
      const before = kept;
      const answer = await store.lasts(before.runs === null ? null : before.version);
      if (answer.runs !== null) kept = answer;
      const all = new Map<string, SyncRun>();
      for (const [tenantId, record] of answer.runs ?? before.runs ?? []) {
        const run = running.of(tenantId)?.progress.latest ?? ended.get(record);
        all.set(tenantId, run ?? (await present(record)));
      }
      return all;
    },
  };
}
export type LastSyncs = ReturnType<typeof createLastSyncs>;
