import type { Millis } from '../ports.ts';
import type { ResetSnapshot } from './machine.ts';

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

export interface ResetStore {
  /** The tenant's newest reset, open or ended. */
  last(tenantId: string): Promise<ResetRecord | null>;
  /** Adds a reset, unless the tenant has an open one; answers whether it did. */
  add(record: ResetRecord): Promise<boolean>;
  /** Keeps the next version; false when another process was quicker. */
  advance(record: ResetRecord): Promise<boolean>;
}
