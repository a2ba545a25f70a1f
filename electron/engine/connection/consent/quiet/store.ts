import type { QuietWatch } from '../../../../contract/quiet-watch.ts';
import type { Millis } from '../../../kernel/ports.ts';

/** A customer that is tested quietly. */
export interface QuietWatchRecord {
  readonly tenantId: string;
  readonly reason: QuietWatch['reason'];
  readonly since: Millis;
  readonly lastTestAt: Millis | null;
  readonly nextTestAt: Millis;
  /** How many tests the growing pauses count. */
  readonly tests: number;
  readonly until: Millis;
}

export interface QuietWatchStore {
  list(): Promise<QuietWatchRecord[]>;
  get(tenantId: string): Promise<QuietWatchRecord | null>;
  /** Begins a watch, or begins it anew. An asked customer stays one when a consent ends. */
  begin(watch: QuietWatchRecord): Promise<void>;
  /** Takes the turn of the test that was due: true in one process alone. */
  takeTurn(tenantId: string, due: Millis, next: Millis): Promise<boolean>;
  /** Notes a test; `tests` and `nextTestAt` set the pace from here. */
  tested(
    tenantId: string,
    after: Pick<QuietWatchRecord, 'lastTestAt' | 'nextTestAt' | 'tests'>,
  ): Promise<void>;
  /** Ends a watch and answers it; null when there is none, or another process ended it. */
  end(tenantId: string): Promise<QuietWatchRecord | null>;
}
