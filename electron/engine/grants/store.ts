import type { ConsentAttempt, TestResult } from '../../contract/grant.ts';
import type { Millis } from '../ports.ts';

/** A removal here: what the technician forgot, and what was known of the tenant then. */
export interface RemovalRecord {
  readonly tenantId: string;
  readonly at: Millis;
}

export interface GrantStore {
  /** Keeps a test; it is evidence and is never changed. */
  addTest(result: TestResult): Promise<void>;
  lastTest(tenantId: string): Promise<TestResult | null>;
  /** The last test in which every required permission was proven and nothing spoke against green. */
  lastGoodTest(tenantId: string): Promise<TestResult | null>;
  /** For the customers list: the same for all tenants at once, by tenant id. */
  lastTests(): Promise<
    ReadonlyMap<string, { readonly last: TestResult; readonly lastGood: TestResult | null }>
  >;
  saveAttempt(attempt: ConsentAttempt): Promise<void>;
  lastAttempt(tenantId: string): Promise<ConsentAttempt | null>;
  lastAttempts(): Promise<ReadonlyMap<string, ConsentAttempt>>;
  /** Records a removal here and drops the tenant's tests and attempts as evidence, in one transaction. */
  removeHere(removal: RemovalRecord): Promise<void>;
  removal(tenantId: string): Promise<RemovalRecord | null>;
  removals(): Promise<ReadonlyMap<string, RemovalRecord>>;
}
