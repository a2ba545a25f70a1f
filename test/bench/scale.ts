import { openEngineHost, startEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import { startOurs } from './ours.ts';
import { bareDeltaPeer } from './peers.ts';
import { buildProduct, syncByCommand } from './product.ts';
import type { ProductSync } from './product.ts';
import { line } from './profile.ts';
import { queryTimes } from './queries.ts';
import type { QueryTimes } from './queries.ts';
import { sameRows } from './rows.ts';
import { median } from './statistics.ts';
import { openWire } from './wire.ts';

/** How often the data is opened cold, with and without a customer in it. */
const opens = 5;

export interface ScaleResult {
  readonly groups: number;
  readonly memberships: number;
  /** One full sync by the built command, in a separate process. */
  readonly sync: ProductSync;
  readonly bareMs: number;
  readonly queries: QueryTimes;
  /** From opening the data to the first 50 groups, minus the same with an empty cache, ms. */
  readonly openAddedMs: number;
  readonly rowsEqual: boolean;
}

/** The large customer: one full sync by the product, one bare stream, then queries to the cache. */
export async function measureScale(options: {
  readonly groups: number;
  readonly memberships: number;
  readonly latency: object;
  readonly say: (line: string) => void;
}): Promise<ScaleResult> {
  const { groups, memberships, say } = options;
  say(`Scale: ${groups} groups, ${memberships} memberships`);
  await buildProduct();
  const cloud = await startPracticeCloud({
    args: ['--groups', String(groups), '--memberships', String(memberships)],
  });
  try {
    const { tenantId } = cloud.customer('large');
    await cloud.control('POST', '/faults', { latency: options.latency });
    const set = await startOurs(cloud, tenantId);
    await set.leave();
    const sync = await syncByCommand(set.folder, tenantId);
    say(line('ours, as built, in its own process', sync.milliseconds, sync.run.requests));
    say(
      `peak memory ${sync.peakRssMB.toFixed(0)} MB, event loop p99 ${sync.eventLoopP99Ms.toFixed(1)} ms`,
    );
    await cloud.control('POST', '/throttle', {});
    const bare = await bareDeltaPeer(await openWire(cloud, tenantId));
    say(line(bare.name, bare.milliseconds, bare.requests, bare));

    const openAddedMs = await addedByOpening(set.folder, tenantId);
    const host = await openEngineHost(set.folder);
    try {
      const queries = await queryTimes(host, tenantId);
      const rowsEqual =
        bare.rows !== null &&
        (await sameRows(host, tenantId, bare.rows)) &&
        sync.run.counts.memberships ===
          [...bare.memberships.values()].reduce((sum, members) => sum + members.size, 0);
      say(
        `${JSON.stringify(queries)}, opening adds ${openAddedMs.toFixed(0)} ms, rows equal: ${rowsEqual}`,
      );
      const { counts } = sync.run;
      return {
        groups: counts.groups,
        memberships: counts.memberships,
        sync,
        bareMs: bare.milliseconds,
        queries,
        openAddedMs,
        rowsEqual,
      };
    } finally {
      await host.dispose();
    }
  } finally {
    await cloud.dispose();
  }
}

/**
 * Medians of opening the data and showing the first 50 groups, with the customer in it and with an empty
 * cache.
 */
async function addedByOpening(folder: string, tenantId: string): Promise<number> {
  const empty = await startEngineHost();
  await empty.leave();
  const times = { full: [] as number[], empty: [] as number[] };
  for (let run = 0; run < opens; run += 1) {
    times.empty.push(await opened(empty.folder, tenantId));
    times.full.push(await opened(folder, tenantId));
  }
  await (await openEngineHost(empty.folder)).dispose();
  return median(times.full) - median(times.empty);
}

async function opened(folder: string, tenantId: string): Promise<number> {
  const started = performance.now();
  const host: EngineHost = await openEngineHost(folder);
  await host.client.groups.list({ tenantId, limit: 50 });
  const took = performance.now() - started;
  await host.leave();
  return took;
}
