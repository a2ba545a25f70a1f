import type { Clock, Log } from '../ports.ts';
import { heartbeatMs } from './lease-times.ts';
import type { LeaseRecord, LeaseStore } from './store.ts';

/** Renews a lease until `stop` aborts; calls `onLost` when the lease was lost. */
export async function beat(
  ports: { readonly store: Pick<LeaseStore, 'beat'>; readonly clock: Clock; readonly log: Log },
  lease: LeaseRecord,
  stop: AbortSignal,
  onLost: () => void,
): Promise<void> {
  while (!stop.aborted) {
    await ports.clock.sleep(heartbeatMs, stop);
    if (!(await ports.store.beat({ ...lease, heartbeatAt: ports.clock.now() }))) {
      ports.log.warn('lease.lost', { tenantId: lease.tenantId, kind: lease.kind });
      onLost();
      return;
    }
  }
}
