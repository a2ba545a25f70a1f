import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { ourMemberships, searchTimes, startOurs, syncOurs } from './ours.ts';
import { bareDeltaPeer, pageIteratorPeer } from './peers.ts';
import type { Memberships, PeerRun } from './peers.ts';
import { median, percentile } from './statistics.ts';
import { openWire } from './wire.ts';

export interface BenchOptions {
  readonly groups: number;
  /** How many times ours and the bare stream run; medians are told. */
  readonly runs: number;
  readonly say: (line: string) => void;
}

/** Ratios are of medians; milliseconds are of this machine in this run and compare with nothing else. */
export interface BenchResult {
  readonly groups: number;
  readonly memberships: number;
  readonly fullSync: {
    readonly milliseconds: number;
    readonly requests: number;
    readonly ratioToBareStream: number;
    /** How many times faster than PageIterator with members one by one (sampled, scaled). */
    readonly ratioToSequential: number;
    readonly throttled429: number;
  };
  readonly search: { readonly p95Ms: number };
  readonly sync: { readonly eventLoopP99Ms: number };
  /** Whether every peer's memberships and ours are the same. */
  readonly rowsEqual: boolean;
}

/**
 * The practice cloud in a process of its own, 60 ms an answer and 60 ms more for four parts of a
 * batch, the documented cost table, buckets full at the start of each row.
 */
export async function runBench({ groups, runs, say }: BenchOptions): Promise<BenchResult> {
  const cloud = await startPracticeCloud({
    args: ['--groups', String(groups), '--memberships', String(groups * 10)],
  });
  try {
    return await measure(cloud, groups, runs, say);
  } finally {
    await cloud.dispose();
  }
}

async function measure(
  cloud: PracticeCloud,
  groups: number,
  runs: number,
  say: BenchOptions['say'],
): Promise<BenchResult> {
  const { tenantId } = cloud.customer('large');
  await cloud.control('POST', '/faults', { latency: { default: 60, perFourBatchParts: 60 } });
  const ready = async (): Promise<void> => {
    await cloud.control('POST', '/throttle', {});
    await cloud.control('POST', '/requests/clear');
  };
  const peer = async (read: (wire: Awaited<ReturnType<typeof openWire>>) => Promise<PeerRun>) => {
    await ready();
    const run = await read(await openWire(cloud, tenantId));
    say(line(run.name, run.milliseconds, run.requests, run.scaled));
    return run;
  };
  say(`${groups} groups, ${groups * 10} memberships, 60 ms an answer`);

  const ours = [];
  let throttled429 = 0;
  let host = await startOurs(cloud, tenantId);
  for (let run = 0; run < runs; run += 1) {
    if (run > 0) {
      await host.dispose();
      host = await startOurs(cloud, tenantId);
    }
    await ready();
    const sync = await syncOurs(host, tenantId, 'full');
    throttled429 += await count429(cloud);
    say(
      line('ours, users and encrypted write included', sync.milliseconds, sync.run.requests, null),
    );
    ours.push(sync);
  }
  const bare = [];
  for (let run = 0; run < runs; run += 1) bare.push(await peer(bareDeltaPeer));
  const sequential = await peer((wire) => pageIteratorPeer(wire, { atOnce: 1, sample: 200 }));

  const stream = bare[0]?.memberships ?? new Map();
  const read = await ourMemberships(host, tenantId, stream.keys());
  const rowsEqual =
    sameMemberships(stream, read) &&
    sameMemberships(sequential.memberships, read) &&
    read.size === groups;
  say(`rows equal: ${rowsEqual}`);
  const times = await searchTimes(host, tenantId);
  await host.dispose();

  const ourMs = median(ours.map((one) => one.milliseconds));
  const last = ours.at(-1)?.run;
  const result: BenchResult = {
    groups: last?.counts.groups ?? 0,
    memberships: last?.counts.memberships ?? 0,
    fullSync: {
      milliseconds: round(ourMs),
      requests: last?.requests ?? 0,
      ratioToBareStream: round(ourMs / median(bare.map((one) => one.milliseconds))),
      ratioToSequential: round(sequential.milliseconds / ourMs),
      throttled429,
    },
    search: { p95Ms: round(percentile(times, 0.95)) },
    sync: { eventLoopP99Ms: round(median(ours.map((one) => one.eventLoopP99Ms))) },
    rowsEqual,
  };
  say(`ours takes ${result.fullSync.ratioToBareStream} of the bare stream's time`);
  say(
    `ours is ${result.fullSync.ratioToSequential} times as fast as PageIterator one by one (scaled)`,
  );
  say(`search p95 ${result.search.p95Ms} ms over ${times.length} searches`);
  return result;
}

async function count429(cloud: PracticeCloud): Promise<number> {
  const { totals } = (await cloud.control('GET', '/requests?limit=0')) as {
    readonly totals: Readonly<Record<string, number>>;
  };
  return totals['graph 429'] ?? 0;
}

/** Whether every group that a peer read has the same members in ours. */
function sameMemberships(peer: Memberships, ours: Memberships): boolean {
  return [...peer].every(([group, members]) => {
    const mine = ours.get(group);
    return mine !== undefined && mine.size === members.size && members.isSubsetOf(mine);
  });
}

function line(
  name: string,
  milliseconds: number,
  requests: number,
  scaled: PeerRun['scaled'],
): string {
  const note = scaled ? `  (${scaled.sampled} of ${scaled.of} groups read, scaled)` : '';
  return `${name.padEnd(44)} ${(milliseconds / 1_000).toFixed(2).padStart(9)} s ${String(requests).padStart(7)} requests${note}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
