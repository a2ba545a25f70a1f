import type { ActivityRecord } from '../kernel/activity/store.ts';
import type { Millis } from '../kernel/ports.ts';
import type { ResetSnapshot } from './events.ts';

/** A reset as it is kept: where the machine stands and what it remembers. */
export interface ResetRecord {
  readonly id: string;
  readonly tenantId: string;
  readonly profileId: string;
  /** Goes up by one with every transition. */
  readonly version: number;
  readonly startedAt: Millis;
  readonly startedBy: string;
  readonly endedAt: Millis | null;
  readonly snapshot: ResetSnapshot;
}

/** Resets, each with what activity says of them: one transaction, so that a crash never parts the two. */
export interface ResetStore {
  /** The tenant's newest reset, open or ended. */
  last(tenantId: string): Promise<ResetRecord | null>;
  /** By its id, which a hand-over keeps. */
  get(id: string): Promise<ResetRecord | null>;
  /** Every open reset, of whichever tenant. */
  open(): Promise<readonly ResetRecord[]>;
  /** The tenant's ended resets, the newest first. */
  ended(tenantId: string): Promise<readonly ResetRecord[]>;
  /** Adds a reset, unless the tenant has an open one; answers whether it did. */
  add(record: ResetRecord, line: ActivityRecord | null): Promise<boolean>;
  /** Keeps a version in the place of version `from`; false when another process was quicker. */
  advance(record: ResetRecord, from: number, line: ActivityRecord | null): Promise<boolean>;
}
