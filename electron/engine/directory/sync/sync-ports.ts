import type { SyncRun } from '../../../contract/sync.ts';
import type { Graph } from '../../graph/graph.ts';
import type { ThrottleBudget } from '../../graph/throttle-budget.ts';
import type { Clock, Log, Millis, Random } from '../../kernel/ports.ts';
import type { SyncCounts, SyncStore } from './store.ts';

/** What one sync uses. */
export interface SyncPorts {
  readonly store: SyncStore;
  /** Paced by `budget`. */
  readonly graph: Graph;
  readonly budget: ThrottleBudget;
  readonly clock: Clock;
  readonly random: Pick<Random, 'fraction'>;
  readonly log: Log;
  /** Reads the tenant's current labels. Rejects only when the signal aborts. */
  readonly noticeDomains: (graph: Graph, signal: AbortSignal) => Promise<void>;
  /** How long finished syncs can be compared. */
  readonly keepHistoryFor: Millis;
}

/** What the parts of a running sync report while they work. */
export interface SyncProgressListener {
  /** The service asked to wait until then; null: continuing. */
  wait(until: Millis | null): void;
  /** A request was sent. */
  asked(): void;
  written(counts: SyncCounts): void;
  /** Memberships are read list by list from now on. */
  byLists(): void;
}

/** What Graph counts, and how long the count took. */
export interface Counted extends NonNullable<SyncRun['expected']> {
  readonly answerMs: Millis;
}
