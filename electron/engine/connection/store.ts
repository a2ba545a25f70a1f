import type { ConsentAttempt, TestResult } from '../../contract/grant.ts';
import type { ActivityRecord } from '../kernel/activity/store.ts';
import type { Millis } from '../kernel/ports.ts';

/** A removal from Evergrant: what the technician removed, and what was known of the tenant at that time. */
export interface RemovalRecord {
  readonly tenantId: string;
  readonly at: Millis;
}

/**
 * What a test is worth as evidence. Judged once, when the test is stored, so that queries can select by it.
 */
export interface TestWorth {
  /** The tenant answered, so the test says something about it. */
  readonly reached: boolean;
  /** It showed all that can be shown: every permission proven, or for a vendor's registration on record. */
  readonly good: boolean;
}

/** One tenant's tests as evidence: the newest of each kind. */
export interface TestsOfTenant {
  readonly last: TestResult;
  readonly lastReached: TestResult | null;
  readonly lastGood: TestResult | null;
}

/** Numbers of one tenant's newest tests. A number is never reused. */
export interface NewestTests {
  readonly tenantId: string;
  readonly last: number;
  readonly lastReached: number | null;
  readonly lastGood: number | null;
}

export interface GrantStore {
  /** Stores a test. A test is evidence and never changes. */
  addTest(result: TestResult, worth: TestWorth): Promise<void>;
  /** Null when the tenant was never tested or its evidence was deleted. */
  tests(tenantId: string): Promise<TestsOfTenant | null>;
  /** The same for all tenants in one query, by tenant ID; for the customers list. */
  allTests(): Promise<ReadonlyMap<string, TestsOfTenant>>;
  /** The numbers of the same tests, without reading the tests. */
  newestTests(): Promise<readonly NewestTests[]>;
  /** The tests with these numbers; deleted ones are missing. */
  testsAt(numbers: readonly number[]): Promise<ReadonlyMap<number, TestResult>>;
  /** Adds the attempt, or replaces the one with the same ID. */
  saveAttempt(attempt: ConsentAttempt): Promise<void>;
  lastAttempt(tenantId: string): Promise<ConsentAttempt | null>;
  lastAttempts(): Promise<ReadonlyMap<string, ConsentAttempt>>;
  /**
   * Records a removal with its activity line and deletes the tenant's tests and attempts, in one transaction.
   */
  removeHere(removal: RemovalRecord, line: ActivityRecord): Promise<void>;
  removal(tenantId: string): Promise<RemovalRecord | null>;
  removals(): Promise<ReadonlyMap<string, RemovalRecord>>;
}
