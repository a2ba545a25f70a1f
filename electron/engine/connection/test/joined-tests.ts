import type { Leases } from '../../kernel/leases/leases.ts';
import type { Tenants } from '../../tenants/tenants.ts';
import { runTest } from './run-test.ts';
import type { QuietTest, RunTestPorts, Tested } from './run-test.ts';
import { createSharedWork } from './shared-work.ts';

/** Tests of customers. Callers in this process share a test that is already running. */
export interface JoinedTests {
  /** Tests now. Errors: `tenant.unknown`, `lease.held` when another process tests, `CancelledError`. */
  test(tenantId: string, signal?: AbortSignal): Promise<Tested>;
  /**
   * Tests quietly: a result that only says that nothing is granted is not news and is not stored. `granted`
   * and `begun` are stored, and so is any result for a tenant that shows green, solid or outlined. Errors: as
   * of `test`.
   */
  testQuietly(tenantId: string, signal?: AbortSignal): Promise<QuietTest>;
}

export interface JoinedTestsPorts extends RunTestPorts {
  readonly tenants: RunTestPorts['tenants'] & Pick<Tenants, 'get'>;
  readonly leases: Pick<Leases, 'hold'>;
}

/** Makes the tests, each under the customer's lease. */
export function createJoinedTests(ports: JoinedTestsPorts): JoinedTests {
  const running = createSharedWork<Tested & QuietTest>();
  /** How many callers asked for a test of a customer: its result is then reported even if it is not news. */
  const askedFor = new Map<string, number>();

  async function join(
    tenantId: string,
    signal: AbortSignal | undefined,
  ): Promise<Tested & QuietTest> {
    const tenant = await ports.tenants.get(tenantId);
    const isAskedFor = () => askedFor.has(tenantId);
    const start = (all: AbortSignal) =>
      ports.leases.hold(
        { tenantId, kind: 'test' },
        (both) => runTest(ports, tenant, isAskedFor, both),
        all,
      );
    return running.join(tenantId, start, signal);
  }

  return {
    test: async (tenantId, signal) => {
      askedFor.set(tenantId, (askedFor.get(tenantId) ?? 0) + 1);
      try {
        return await join(tenantId, signal);
      } finally {
        const others = (askedFor.get(tenantId) ?? 1) - 1;
        if (others > 0) askedFor.set(tenantId, others);
        else askedFor.delete(tenantId);
      }
    },
    testQuietly: (tenantId, signal) => join(tenantId, signal),
  };
}
