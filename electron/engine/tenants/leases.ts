import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { Clock, Log, Millis, Random } from '../ports.ts';
import type { LeaseKind, LeaseRecord, LeaseStore } from './lease-store.ts';

/** How often a holder says that it is alive. */
export const heartbeatMs: Millis = 10_000;
/** A holder that was silent for so long is gone. */
export const silenceMs: Millis = 60_000;

/** Makes work on a tenant exclusive, across services and processes. */
export interface Leases {
  /**
   * Runs `work` while holding the lease. Its signal aborts when the caller's does, or when the lease
   * was lost (a computer that slept). Errors: `lease.held` with the kind; whatever `work` throws.
   */
  hold<T>(
    lease: { readonly tenantId: string; readonly kind: LeaseKind },
    work: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T>;
  /** Ends all work and gives its leases back: the next start need not wait until they have run out. */
  close(): Promise<void>;
}

/** Makes leases in this process's name. */
export function createLeases(ports: {
  readonly store: LeaseStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** This process, as other processes see it. */
  readonly holder: string;
}): Leases {
  const { store, clock } = ports;
  const closing = new AbortController();
  const holds = new Set<Promise<unknown>>();

  async function beat(lease: LeaseRecord, stop: AbortSignal, lost: () => void): Promise<void> {
    while (!stop.aborted) {
      await clock.sleep(heartbeatMs, stop);
      if (!(await store.beat({ ...lease, heartbeatAt: clock.now() }))) {
        ports.log.warn('lease.lost', { tenantId: lease.tenantId, kind: lease.kind });
        lost();
        return;
      }
    }
  }

  const holding: Leases['hold'] = async ({ tenantId, kind }, work, signal) => {
    const now = clock.now();
    const holder = `${ports.holder} ${ports.random.guid()}`;
    const mine = { tenantId, kind, holder, heartbeatAt: now };
    const held = await store.acquire(mine, now - silenceMs);
    if (held.holder !== holder) {
      throw new EvergrantError('lease.held', { params: { kind }, retry: 'after' });
    }
    const stop = new AbortController();
    const lost = new AbortController();
    const lose = (): void => lost.abort(new CancelledError());
    const beating = beat(mine, stop.signal, lose).catch(() => {
      // Without a heartbeat another process may take the lease: better to stop than to be two.
      if (!stop.signal.aborted) lose();
    });
    try {
      const ends = [closing.signal, lost.signal, ...(signal ? [signal] : [])];
      return await work(AbortSignal.any(ends));
    } finally {
      stop.abort(new CancelledError());
      await beating;
      await store.release(mine);
    }
  };

  return {
    hold: async (lease, work, signal) => {
      signal?.throwIfAborted();
      closing.signal.throwIfAborted();
      const held = holding(lease, work, signal);
      holds.add(held);
      try {
        return await held;
      } finally {
        holds.delete(held);
      }
    },
    close: async () => {
      closing.abort(new CancelledError());
      await Promise.allSettled(holds);
    },
  };
}
