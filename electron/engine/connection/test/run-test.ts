import type { TestResult } from '../../../contract/grant.ts';
import type { Reading, Readers } from '../../connectors/readers.ts';
import type { GraphFactory } from '../../graph/graph.ts';
import type { Connector, Identity } from '../../identity/identity.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Clock, Random } from '../../kernel/ports.ts';
import { factsOf, statusNow, withLabels, withTest } from '../status/evidence.ts';
import type { EvidenceReader, Known } from '../status/evidence.ts';
import { newsOf } from '../status/news.ts';
import type { NewsWorth } from '../status/news.ts';
import { worthOf } from '../status/worth.ts';
import type { GrantStore } from '../store.ts';
import type { TenantRecord } from '../../tenants/store.ts';
import type { Tenants } from '../../tenants/tenants.ts';
import { testPermissions } from './permission-test.ts';
import { testRecord } from './record-test.ts';

/** A test, the connector it was made with, and everything known of its customer afterwards. */
export interface Tested {
  readonly test: TestResult;
  readonly connector: Connector;
  readonly known: Known;
}

/** A quiet test and what it is worth as news. */
export interface QuietTest {
  readonly test: TestResult;
  readonly worth: NewsWorth;
}

export interface RunTestPorts {
  readonly store: Pick<GrantStore, 'addTest'>;
  readonly evidence: Pick<EvidenceReader, 'of'>;
  readonly readers: Pick<Readers, 'reading'>;
  readonly tenants: Pick<Tenants, 'relabel'>;
  readonly identity: Pick<Identity, 'appToken' | 'delegatedToken' | 'challenged'>;
  readonly graphs: Pick<GraphFactory, 'withToken'>;
  readonly activity: Pick<Activity, 'record'>;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Tests a customer and stores the result as evidence, unless it is not news and no caller asked for it.
 *
 * What is known is read once, after the tenant has answered, so that anything that happened during the test
 * counts. The caller holds the customer's lease, so no other test of it runs at the same time.
 */
export async function runTest(
  ports: RunTestPorts,
  tenant: TenantRecord,
  isAskedFor: () => boolean,
  signal: AbortSignal,
): Promise<Tested & QuietTest> {
  const reading = await ports.readers.reading(tenant.profileId);
  const { connector } = reading;
  let asked: Promise<Known> | null = null;
  const known = () => (asked ??= ports.evidence.of(tenant, factsOf(connector)));
  const lastGood = async () => (await known()).evidence.tests?.lastGood ?? null;
  const test = await testBy(ports, reading, tenant.tenantId, lastGood, signal);
  const before = await known();
  const { worth, showsGreen } = newsOf(test, before, ports.clock.now());
  const isNews = worth !== 'nothing' || showsGreen || isAskedFor();
  return { test, worth, connector, known: isNews ? await keep(ports, test, before) : before };
}

function testBy(
  ports: RunTestPorts,
  reading: Reading,
  tenantId: string,
  lastGood: () => Promise<TestResult | null>,
  signal: AbortSignal,
): Promise<TestResult> {
  const { connector } = reading;
  return reading.kind === 'own'
    ? testPermissions(ports, connector, tenantId, lastGood, signal)
    : testRecord(ports, connector, reading.reader, tenantId, lastGood, signal);
}

/**
 * Stores a test and the labels that it read, records it in the activity log, and returns what is known then.
 */
async function keep(ports: RunTestPorts, test: TestResult, before: Known): Promise<Known> {
  const { tenantId, profileId } = before.tenant;
  const worth = worthOf(test, before.evidence);
  await ports.store.addTest(test, worth);
  const labels = test.organization;
  const labelled = labels === null ? null : await ports.tenants.relabel(tenantId, labels);
  const after = withTest(withLabels(before, labelled ?? before.tenant), test, worth);
  const { kind, reasons } = statusNow(after, ports.clock.now());
  await ports.activity.record({
    action: 'tested',
    tenantId,
    profileId,
    account: test.account,
    result: kind,
    problem: reasons[0] ?? null,
  });
  ports.changes.publish({ topic: 'grants', tenantId, test });
  return after;
}
