import type { ConsentAttempt, TestResult } from '../../contract/grant.ts';
import type { ActivityRecord } from '../kernel/activity/store.ts';
import type { Millis } from '../kernel/ports.ts';

/** A removal here: what the technician forgot, and what was known of the tenant then. */
export interface RemovalRecord {
  readonly tenantId: string;
  readonly at: Millis;
}

/** What a test is worth as evidence, judged once when it is kept, so that it can be found again. */
export interface TestWorth {
  /** The tenant answered: the test says something about it. */
  readonly reached: boolean;
  /** It showed all that can be shown: every permission proven, or on record of a vendor's registration. */
  readonly good: boolean;
}

/** One tenant's tests as evidence, newest of each sort. */
export interface TestsOfTenant {
  readonly last: TestResult;
  readonly lastReached: TestResult | null;
  readonly lastGood: TestResult | null;
}

/** Numbers of one tenant's newest tests; a number is given once and never again. */
export interface NewestTests {
  readonly tenantId: string;
  readonly last: number;
  readonly lastReached: number | null;
  readonly lastGood: number | null;
}

export interface GrantStore {
  /** Keeps a test; it is evidence and is never changed. */
  addTest(result: TestResult, worth: TestWorth): Promise<void>;
  /** Null when the tenant was never tested, or its evidence was dropped. */
  tests(tenantId: string): Promise<TestsOfTenant | null>;
  /** For the customers list: the same for all tenants at once, by tenant id. */
  allTests(): Promise<ReadonlyMap<string, TestsOfTenant>>;
  /** The same without reading a test: only which they are. */
  newestTests(): Promise<readonly NewestTests[]>;
  /** The tests with these numbers; one that was dropped is missing. */
  testsAt(numbers: readonly number[]): Promise<ReadonlyMap<number, TestResult>>;
  /** Adds the attempt, or replaces it by its id. */
  saveAttempt(attempt: ConsentAttempt): Promise<void>;
  lastAttempt(tenantId: string): Promise<ConsentAttempt | null>;
  lastAttempts(): Promise<ReadonlyMap<string, ConsentAttempt>>;
  /** Records a removal here with its line and drops the tenant's tests and attempts, in one transaction. */
  removeHere(removal: RemovalRecord, line: ActivityRecord): Promise<void>;
  removal(tenantId: string): Promise<RemovalRecord | null>;
  removals(): Promise<ReadonlyMap<string, RemovalRecord>>;
}
