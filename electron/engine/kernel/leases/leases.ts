import { CancelledError, EvergrantError } from '../../errors/evergrant-error.ts';
import type { Clock, Log, Millis, Random } from '../ports.ts';
import type { LeaseKind, LeaseRecord, LeaseStore } from './store.ts';

/** How often a holder says that it is alive. */
export const heartbeatMs: Millis = 10_000;
/** A holder that was silent for so long is gone. */
export const silenceMs: Millis = 60_000;

/** Makes work on a tenant exclusive, across services and processes. */
export interface Leases {
  /** Whether nobody alive holds the lease. */
  isFree(lease: { readonly tenantId: string; readonly kind: LeaseKind }): Promise<boolean>;
  /**
   * Runs `work` while holding the lease; that of a process that has ended is taken at once. Its signal
   * aborts when the caller's does, or when the lease was lost (a computer that slept). Errors: `lease.held`
   * with the kind, `lease.lost`; whatever `work` throws.
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
  /** Whether a holder's process has certainly ended. */
  readonly isHolderGone?: (holder: string) => boolean;
}): Leases {
  const { store, clock } = ports;
  const closing = new AbortController();
  const holds = new Set<Promise<unknown>>();
  /** Leases that could not be given back, for example because the disk is full: nobody works under them. */
  const leftBehind = new Set<string>();
  const isGone = (holder: string): boolean => {
    const [process = ''] = holder.split(' ');
    return leftBehind.has(holder) || (ports.isHolderGone?.(process) ?? false);
  };

  async function acquire(mine: LeaseRecord): Promise<boolean> {
    const deadBefore = mine.heartbeatAt - silenceMs;
    const held = await store.acquire(mine, deadBefore);
    if (held.holder === mine.holder) return true;
    if (!isGone(held.holder)) return false;
    await store.release(held);
    leftBehind.delete(held.holder);
    return (await store.acquire(mine, deadBefore)).holder === mine.holder;
  }

  async function giveBack(mine: LeaseRecord): Promise<void> {
    try {
      await store.release(mine);
    } catch (error) {
      leftBehind.add(mine.holder);
      const name = error instanceof Error ? error.name : 'unknown';
      ports.log.warn('lease.notReleased', { tenantId: mine.tenantId, kind: mine.kind, name });
    }
  }

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
    if (!(await acquire(mine))) {
      throw new EvergrantError('lease.held', { params: { kind }, retry: 'after' });
    }
    const stop = new AbortController();
    const lost = new AbortController();
    const lose = (): void =>
      lost.abort(new EvergrantError('lease.lost', { params: { kind }, retry: 'now' }));
    const beating = beat(mine, stop.signal, lose).catch(() => {
      // Without a heartbeat another process may take the lease: better to stop than to be two.
      if (!stop.signal.aborted) lose();
    });
    try {
      const ends = [closing.signal, lost.signal, ...(signal ? [signal] : [])];
      return await work(AbortSignal.any(ends));
    } catch (error) {
      // Nobody has canceled: another process took over while this computer slept.
      if (lost.signal.aborted && error instanceof CancelledError) throw lost.signal.reason;
      throw error;
    } finally {
      stop.abort(new CancelledError());
      await beating;
      await giveBack(mine);
    }
  };

  return {
    isFree: async ({ tenantId, kind }) => {
      const held = await store.find(tenantId, kind);
      if (held === null || isGone(held.holder)) return true;
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
