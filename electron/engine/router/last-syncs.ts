import type { SyncRun } from '../../contract/sync.ts';
import type { SyncRecord, SyncStore } from '../groups/sync/store.ts';
import type { LastSyncs } from './tenants.ts';

/** The last syncs as the customers' pages show them. */
export function presentLastSyncs(store: Pick<SyncStore, 'last' | 'lasts'>): LastSyncs {
  return {
    last: async (tenantId) => {
      const record = await store.last(tenantId);
      return record && presentSync(record);
    },
    lasts: async () =>
      new Map([...(await store.lasts())].map(([id, record]) => [id, presentSync(record)])),
  };
}

function presentSync({ no: _no, ...record }: SyncRecord): SyncRun {
  return {
    ...record,
    startedAt: new Date(record.startedAt).toISOString(),
    finishedAt: record.finishedAt === null ? null : new Date(record.finishedAt).toISOString(),
    waitingUntil: null,
  };
}
