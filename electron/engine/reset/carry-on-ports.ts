import type { ConsentAttempt, GrantStatus, TestResult } from '../../contract/grant.ts';
import type { SyncRun } from '../../contract/sync.ts';
import type { Removals } from '../connection/removals.ts';
import type { TestsOfTenant } from '../connection/store.ts';
import type { Clock } from '../kernel/ports.ts';
import type { TenantRecord } from '../tenants/store.ts';
import type { LookForConnector } from './look-for-connector.ts';
import type { Transitions } from './transitions.ts';

/** The parts of other services that a reset uses to continue automatically. */
export interface CarryOnPorts {
  readonly tenants: { get(tenantId: string): Promise<TenantRecord> };
  readonly grants: {
    kept(tenantId: string): Promise<TestsOfTenant | null>;
    status(tenantId: string): Promise<GrantStatus>;
  };
  readonly removals: Removals;
  readonly consents: {
    checkNow(tenantId: string, signal?: AbortSignal): Promise<{ readonly test: TestResult }>;
    cancelIfRunning(tenantId: string): Promise<void>;
    last(tenantId: string): Promise<ConsentAttempt | null>;
  };
  readonly look: LookForConnector;
  readonly syncs: {
    start(tenantId: string, mode: 'full'): Promise<SyncRun>;
    watch(tenantId: string, signal?: AbortSignal): AsyncGenerator<SyncRun>;
    last(tenantId: string): Promise<SyncRun | null>;
  };
  readonly clock: Clock;
}

/** The same for one step, which moves the reset on depending on what it finds. */
export interface StepPorts extends CarryOnPorts {
  readonly transitions: Pick<Transitions, 'apply' | 'applyIfNews'>;
}
