import type { ActivityRecord } from '../kernel/activity/store.ts';
import type { Millis } from '../kernel/ports.ts';
import type { ResetSnapshot } from './events.ts';

/** A stored reset: the machine's state and its context. */
export interface ResetRecord {
  readonly id: string;
  readonly tenantId: string;
  readonly profileId: string;
  /** Increases by one with every transition. */
  readonly version: number;
  readonly startedAt: Millis;
  readonly startedBy: string;
  readonly endedAt: Millis | null;
  readonly snapshot: ResetSnapshot;
}

/**
 * Resets, each stored with its activity lines in one transaction, so that a crash never separates the
 * two.
 */
export interface ResetStore {
  /** The tenant's newest reset, open or ended. */
  last(tenantId: string): Promise<ResetRecord | null>;
  /** By its ID, which stays the same after a hand-over. */
  get(id: string): Promise<ResetRecord | null>;
  /** Every open reset, of all tenants. */
  open(): Promise<readonly ResetRecord[]>;
  /** The tenant's ended resets, newest first. */
  ended(tenantId: string): Promise<readonly ResetRecord[]>;
  /** Adds a reset, unless the tenant has an open one; returns whether it did. */
  add(record: ResetRecord, line: ActivityRecord | null): Promise<boolean>;
  /** Replaces version `from` with this version; false when another process was faster. */
  advance(record: ResetRecord, from: number, line: ActivityRecord | null): Promise<boolean>;
}
