import type { QuietWatch } from '../../../../contract/quiet-watch.ts';
import type { Millis } from '../../../kernel/ports.ts';

/** A customer that Evergrant tests quietly. */
export interface QuietWatchRecord {
  readonly tenantId: string;
  readonly reason: QuietWatch['reason'];
  readonly since: Millis;
  readonly lastTestAt: Millis | null;
  readonly nextTestAt: Millis;
  /** The number of tests from which the growing pause is computed. */
  readonly tests: number;
  readonly until: Millis;
}

export interface QuietWatchStore {
  list(): Promise<QuietWatchRecord[]>;
  get(tenantId: string): Promise<QuietWatchRecord | null>;
  /** Begins or restarts a watch. A customer that was asked stays so when a consent ends. */
  begin(watch: QuietWatchRecord): Promise<void>;
  /** Claims the test that is due: true in exactly one process. */
  takeTurn(tenantId: string, due: Millis, next: Millis): Promise<boolean>;
  /** Records a test; `tests` and `nextTestAt` set the pace from now on. */
  tested(
    tenantId: string,
    after: Pick<QuietWatchRecord, 'lastTestAt' | 'nextTestAt' | 'tests'>,
  ): Promise<void>;
  /** Ends a watch and returns it; null when there is none or another process ended it. */
  end(tenantId: string): Promise<QuietWatchRecord | null>;
}
