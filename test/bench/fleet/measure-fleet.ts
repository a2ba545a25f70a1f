import { countStoreCalls, readingCalls } from '../../support/counted-store.ts';
import { openEngineHost } from '../../support/engine-host.ts';
import type { EngineHost } from '../../support/engine-host.ts';
import { startPracticeCloud } from '../../support/practice-cloud.ts';
import { startOurs } from '../ours.ts';
import { median, percentile } from '../statistics.ts';
import { fillFleet } from './fill-fleet.ts';
import { loadWindow } from './window.ts';

/** How often the list is requested, after a few warm-up calls. */
const lists = 50;
const warmUps = 5;

/** A fleet of customers, each with its tests and syncs. */
export interface FleetResult {
  readonly customers: number;
  /** `tenants.list` in the engine's own process, ms; one customer changes before each call. */
  readonly listP95Ms: number;
  /**
   * Number of calls to the store's reading threads for one press of Test on a customer's page that a window
   * shows.
   */
  readonly readsPerTest: number;
  /** The calls that this window made to the engine for the press. */
  readonly callsPerTest: number;
}

/** Measures the list of many customers and counts the calls that a test of one of them causes. */
export async function measureFleet(options: {
  readonly customers: number;
  readonly say: (line: string) => void;
}): Promise<FleetResult> {
  const { customers, say } = options;
  say(`Fleet: ${customers} customers`);
  const cloud = await startPracticeCloud({ args: ['--groups', '10', '--memberships', '10'] });
  try {
    const { tenantId } = cloud.customer('healthy');
    const first = await startOurs(cloud, tenantId);
    const { lastTest } = await first.client.grants.test({ tenantId });
    await first.leave();
    await fillFleet(first.folder, customers - 1, lastTest);
    const store = countStoreCalls();
    const host = await openEngineHost(first.folder, { workers: store.workers });
    try {
      const listP95Ms = await timeLists(host, tenantId, say);
      const window = await (await loadWindow())(host.client, tenantId);
      // The first test of a process reads its tokens; every later press is like the second.
      await window.pressTest();
      store.forget();
      window.forget();
      await window.pressTest();
      const reads = readingCalls(store.calls());
      const calls = window.asked();
      window.close();
      say(`a press of Test asks the engine ${calls.length} times: ${calls.join(', ')}`);
      say(`and its store ${reads.length} times: ${tally(reads)}`);
      return { customers, listP95Ms, readsPerTest: reads.length, callsPerTest: calls.length };
    } finally {
      await host.dispose();
    }
  } finally {
    await cloud.dispose();
  }
}

async function timeLists(
  host: EngineHost,
  tenantId: string,
  say: (line: string) => void,
): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call < warmUps + lists; call += 1) {
    await host.client.tenants.edit({ tenantId, notes: `Note ${call}` });
    const started = performance.now();
    await host.client.tenants.list();
    if (call >= warmUps) times.push(performance.now() - started);
  }
  const p95 = percentile(times, 0.95);
  say(`the list: median ${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
  return p95;
}

function tally(calls: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const call of calls) counts.set(call, (counts.get(call) ?? 0) + 1);
  return [...counts].map(([call, count]) => `${call} ${count}`).join(', ');
}
