import type { RestoreOutcome } from '../../contract/backup.ts';
import type { Millis } from '../kernel/ports.ts';

/** The result of a merge, or of its preview. */
export type Merged = Omit<RestoreOutcome, 'madeAt'>;

/** The ledger's rows in a backup: compressed JSON without keys, tokens and directory data. */
export interface BackupStore {
  /** All rows of a backup, from one point in time. */
  pack(): Promise<{
    readonly bytes: Uint8Array;
    readonly rows: number;
    /** There are neither connectors nor customers. */
    readonly isEmpty: boolean;
  }>;
  /**
   * What an import of these rows would change; stores nothing.
   * Errors: `backup.newerVersion`, `backup.damaged`.
   */
  compare(bytes: Uint8Array, madeAt: Millis): Promise<Merged>;
  /** Imports the rows, all of them or, when something fails, none. Errors: as for `compare`. */
  merge(bytes: Uint8Array, madeAt: Millis): Promise<Merged>;
}
