import type { ChangeKind } from '../../../../contract/comparison.ts';

/** Two syncs of one tenant, by the store's numbers. */
export interface SyncPair {
  readonly tenant: number;
  readonly from: number;
  readonly to: number;
}

/** A group or person that differs between two syncs, with the `row` of each version. */
export interface ChangedRow {
  readonly no: number;
  /** Null if added. */
  readonly before: number | null;
  /** Null if removed. */
  readonly after: number | null;
  readonly change: ChangeKind;
}
