import type { RestoreOutcome } from '../../contract/backup.ts';
import type { Millis } from '../kernel/ports.ts';

/** What a merge came to, or would. */
export type Merged = Omit<RestoreOutcome, 'madeAt'>;

/** The ledger's rows as a backup carries them: compressed JSON without keys, tokens and directory data. */
export interface BackupStore {
  /** Everything that a backup carries, as of one moment. */
  pack(): Promise<{
    readonly bytes: Uint8Array;
    readonly rows: number;
    /** There is neither a connector nor a customer. */
    readonly isEmpty: boolean;
  }>;
  /**
   * What bringing in these rows would do. Nothing is kept of it.
   * Errors: `backup.newerVersion`, `backup.damaged`.
   */
  compare(bytes: Uint8Array, madeAt: Millis): Promise<Merged>;
  /** Brings the rows in, all of them or, when something fails, none. Errors as of `compare`. */
  merge(bytes: Uint8Array, madeAt: Millis): Promise<Merged>;
}
