import type { Millis } from '../ports.ts';

/** Work on a tenant that only one process can do at a time. */
export type LeaseKind = 'test' | 'consent' | 'sync' | 'reset';

/** A lease row: who works on a tenant, and the time of the last renewal. */
export interface LeaseRecord {
  readonly tenantId: string;
  readonly kind: LeaseKind;
  readonly holder: string;
  readonly heartbeatAt: Millis;
}

export interface LeaseStore {
  /**
   * Takes the lease when it is free, or its holder's last renewal is before `deadBefore`. A renewal
   * equally far in the future also counts as expired: the clock has been set back since, and a live
   * holder renews again. Returns the current lease: the caller has it if it is named as holder.
   */
  acquire(lease: LeaseRecord, deadBefore: Millis): Promise<LeaseRecord>;
  /** The holder of the lease; null when it is free. */
  find(tenantId: string, kind: LeaseKind): Promise<LeaseRecord | null>;
  /** Renews the lease; false when the holder no longer has it. */
  beat(lease: LeaseRecord): Promise<boolean>;
  release(lease: Omit<LeaseRecord, 'heartbeatAt'>): Promise<void>;
}
