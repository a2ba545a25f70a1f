import type { ChangeKind } from '../../../../contract/comparison.ts';

/** Two syncs of one tenant, by the store's numbers. */
export interface SyncPair {
  readonly tenant: number;
  /** The older of the two. */
  readonly from: number;
  readonly to: number;
}

/** A group or person that differs between two syncs, with the `row` of each of its two versions. */
export interface ChangedRow {
  readonly no: number;
  /** Null for one that was added. */
  readonly before: number | null;
  /** Null for one that was removed. */
  readonly after: number | null;
  readonly change: ChangeKind;
}
