import { CancelledError, EvergrantError } from '../../errors/evergrant-error.ts';
import type { Clock, Log, Random } from '../ports.ts';
import { beat } from './heartbeat.ts';
import { createLeaseClaims } from './lease-claims.ts';
import { silenceMs } from './lease-times.ts';
import type { LeaseKind, LeaseStore } from './store.ts';

/** Makes work on a tenant exclusive, across services and processes. */
export interface Leases {
  /** Whether no live process holds the lease. */
  isFree(lease: { readonly tenantId: string; readonly kind: LeaseKind }): Promise<boolean>;
  /**
   * Runs `work` while holding the lease; takes over the lease of an ended process immediately. The
   * signal of `work` aborts when the caller's does, or when the lease was lost (a computer that
   * slept). Errors: `lease.held` with the kind, `lease.lost`, and any error that `work` throws.
   */
  hold<T>(
    lease: { readonly tenantId: string; readonly kind: LeaseKind },
    work: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T>;
  /** Stops all work and releases its leases, so the next start need not wait for them to expire. */
  close(): Promise<void>;
}

/** Makes the leases of this process. */
export function createLeases(ports: {
  readonly store: LeaseStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** This process's name for other processes. */
  readonly holder: string;
  /** Whether a holder's process has certainly ended. */
  readonly isHolderGone?: (holder: string) => boolean;
}): Leases {
  const { store, clock } = ports;
  const closing = new AbortController();
  const holds = new Set<Promise<unknown>>();
  const claims = createLeaseClaims(ports);

  const holding: Leases['hold'] = async ({ tenantId, kind }, work, signal) => {
    const now = clock.now();
    const holder = `${ports.holder} ${ports.random.guid()}`;
    const mine = { tenantId, kind, holder, heartbeatAt: now };
    if (!(await claims.acquire(mine))) {
      throw new EvergrantError('lease.held', { params: { kind }, retry: 'after' });
    }
    const stop = new AbortController();
    const lost = new AbortController();
    const lose = (): void =>
      lost.abort(new EvergrantError('lease.lost', { params: { kind }, retry: 'now' }));
    const beating = beat(ports, mine, stop.signal, lose).catch(() => {
      // Without a heartbeat another process can take the lease. Stop, so that two never work on one
      // tenant.
      if (!stop.signal.aborted) lose();
    });
    try {
      const ends = [closing.signal, lost.signal, ...(signal ? [signal] : [])];
      return await work(AbortSignal.any(ends));
    } catch (error) {
      // The caller has not canceled: another process took over while this computer slept.
      if (lost.signal.aborted && error instanceof CancelledError) throw lost.signal.reason;
      throw error;
    } finally {
      stop.abort(new CancelledError());
      await beating;
      await claims.giveBack(mine);
    }
  };

  return {
    isFree: async ({ tenantId, kind }) => {
      const held = await store.find(tenantId, kind);
      if (held === null || claims.isGone(held.holder)) return true;
      return Math.abs(clock.now() - held.heartbeatAt) > silenceMs;
    },
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
