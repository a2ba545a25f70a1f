import type { Log } from '../ports.ts';
import { silenceMs } from './lease-times.ts';
import type { LeaseRecord, LeaseStore } from './store.ts';

/** Takes and releases leases. */
export interface LeaseClaims {
  /** Whether a holder has certainly ended, or no longer works under its lease. */
  isGone(holder: string): boolean;
  /** False while another live process holds it. */
  acquire(mine: LeaseRecord): Promise<boolean>;
  /** Never rejects: this process remembers that a lease that could not be released is free. */
  giveBack(mine: LeaseRecord): Promise<void>;
}

/** Makes the service. */
export function createLeaseClaims(ports: {
  readonly store: Pick<LeaseStore, 'acquire' | 'release'>;
  readonly log: Log;
  /** Whether a holder's process has certainly ended. */
  readonly isHolderGone?: (holder: string) => boolean;
}): LeaseClaims {
  const { store, log } = ports;
  /** Leases that could not be released, for example because the disk is full: no work runs under them. */
  const leftBehind = new Set<string>();

  const isGone = (holder: string): boolean => {
    const [process = ''] = holder.split(' ');
    return leftBehind.has(holder) || (ports.isHolderGone?.(process) ?? false);
  };

  return {
    isGone,
    acquire: async (mine) => {
      const deadBefore = mine.heartbeatAt - silenceMs;
      const held = await store.acquire(mine, deadBefore);
      if (held.holder === mine.holder) return true;
      if (!isGone(held.holder)) return false;
      await store.release(held);
      leftBehind.delete(held.holder);
      return (await store.acquire(mine, deadBefore)).holder === mine.holder;
    },
    giveBack: async (mine) => {
      try {
        await store.release(mine);
      } catch (error) {
        leftBehind.add(mine.holder);
        const name = error instanceof Error ? error.name : 'unknown';
        log.warn('lease.notReleased', { tenantId: mine.tenantId, kind: mine.kind, name });
      }
    },
  };
}
