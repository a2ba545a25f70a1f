import type { Millis } from '../ports.ts';

/** What only one process at a time may do with one tenant. */
export type LeaseKind = 'test' | 'consent' | 'sync' | 'reset';

/** A lease row: who works on a tenant, and when it last said so. */
export interface LeaseRecord {
  readonly tenantId: string;
  readonly kind: LeaseKind;
  readonly holder: string;
  readonly heartbeatAt: Millis;
}

export interface LeaseStore {
  /**
   * Takes the lease when nobody has it, or its holder has not been heard of since `deadBefore`; also
   * when it was heard of as far ahead of us: the clock was set back since, and a live one beats again.
   * Answers the lease as it stands then: the caller has it when it names itself.
   */
  acquire(lease: LeaseRecord, deadBefore: Millis): Promise<LeaseRecord>;
  /** Who has the lease; null when nobody has. */
  find(tenantId: string, kind: LeaseKind): Promise<LeaseRecord | null>;
  /** Says that the holder is alive; false when the lease is no longer its own. */
  beat(lease: LeaseRecord): Promise<boolean>;
  release(lease: Omit<LeaseRecord, 'heartbeatAt'>): Promise<void>;
}
