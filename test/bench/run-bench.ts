import { findBrowser } from '../../scripts/find-browser.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import { measureFleet } from './fleet/measure-fleet.ts';
import type { FleetResult } from './fleet/measure-fleet.ts';
import { benchList } from './list/bench-list.ts';
import type { ListBenchResult } from './list/bench-list.ts';
import { bareDeltaPeer, batchPeer, pageIteratorPeer } from './peers.ts';
import { measureProfile } from './profile.ts';
import type { Peer, ProfileResult } from './profile.ts';
import { measureScale } from './scale.ts';

export interface BenchOptions {
  readonly groups: number;
  /** Groups of the large customer; 0 skips it, and results that only it gives are null. */
  readonly largeGroups: number;
  readonly runs: number;
  /** Number of customers in the fleet. */
  readonly customers: number;
  readonly say: (line: string) => void;
}

/** Milliseconds per answer; a batch takes the same time again for every four parts. */
const answerMs = 60;
const slowDeltaMs = 600;
const fast = { default: answerMs, perFourBatchParts: answerMs };
const slowDelta = {
  ...fast,
  endpoints: ['groups/delta', 'users/delta'].map((endpoint) => ({
    endpoint,
    milliseconds: slowDeltaMs,
  })),
};

const bare = 'bare delta and users';
const oneByOne = 'one by one';
const batches = '$batch, 16 at once';

/** Ratios are of medians; milliseconds are of this machine in this run and not comparable with others. */
export interface BenchResult {
  readonly groups: number;
  readonly memberships: number;
  readonly fullSync: {
    readonly milliseconds: number;
    readonly requests: number;
    /** Our sync against the fastest peer. */
    readonly ratioToBest: number;
    /** How many times faster than PageIterator with members one by one (sampled, scaled). */
    readonly ratioToSequential: number;
    readonly slowDeltaRatioToBest: number;
    readonly throttled429: number;
  };
  readonly deltaSync: {
    readonly milliseconds: number;
    /** Relative to the full sync's time and requests. */
    readonly timeShare: number;
    readonly requestShare: number;
  };
  readonly search: { readonly p95Ms: number | null; readonly shortP95Ms: number | null };
  readonly person: { readonly p95Ms: number | null };
  readonly group: { readonly p95Ms: number | null };
  readonly open: { readonly addedMs: number | null };
  readonly sync: { readonly eventLoopP99Ms: number | null; readonly peakRssMB: number | null };
  readonly large: {
    readonly groups: number;
    readonly memberships: number;
    readonly ratioToBareStream: number;
  } | null;
  readonly list: Pick<
    ListBenchResult,
    'groups' | 'ranOver50Ms' | 'longestRanMs' | 'frameP95Ms'
  > | null;
  readonly fleet: FleetResult;
  /** Whether our rows equal every peer's, in every part of the run. */
  readonly rowsEqual: boolean;
}

/** The practice cloud in a separate process, with the documented cost table and full buckets. */
export async function runBench(options: BenchOptions): Promise<BenchResult> {
  const { groups, largeGroups, say } = options;
  const { quick, slow } = await measureProfiles(options);
  const large =
    largeGroups === 0
      ? null
      : await measureScale({
          groups: largeGroups,
          memberships: largeGroups * 10,
          latency: fast,
          say,
        });
  const list = largeGroups === 0 ? null : await measureList(options);
  const fleet = await measureFleet({ customers: options.customers, say });
  const { ours, delta } = quick;
  const best = fastest(quick);
  const slowBest = fastest(slow);
  say(`${groups} groups: ours takes ${ratio(ours.milliseconds, best)} of the best peer's time`);
  say(`slow delta: ours takes ${ratio(slow.ours.milliseconds, slowBest)} of the best peer's time`);
  return {
    groups: ours.groups,
    memberships: ours.memberships,
    fullSync: {
      milliseconds: round(ours.milliseconds),
      requests: ours.requests,
      ratioToBest: ratio(ours.milliseconds, best),
      ratioToSequential: ratio(quick.peers.get(oneByOne) ?? Number.NaN, ours.milliseconds),
      slowDeltaRatioToBest: ratio(slow.ours.milliseconds, slowBest),
      throttled429: quick.throttled429 + slow.throttled429,
    },
    deltaSync: {
      milliseconds: round(delta?.milliseconds ?? Number.NaN),
      timeShare: share(delta?.milliseconds ?? Number.NaN, ours.milliseconds),
      requestShare: share(delta?.requests ?? Number.NaN, ours.requests),
    },
    search: {
      p95Ms: rounded(large?.queries.searchP95Ms),
      shortP95Ms: rounded(large?.queries.shortSearchP95Ms),
    },
    person: { p95Ms: rounded(large?.queries.personP95Ms) },
    group: { p95Ms: rounded(large?.queries.groupP95Ms) },
    open: { addedMs: rounded(large?.openAddedMs) },
    sync: {
      eventLoopP99Ms: rounded(large?.sync.eventLoopP99Ms),
      peakRssMB: rounded(large?.sync.peakRssMB),
    },
    large: large && {
      groups: large.groups,
      memberships: large.memberships,
      ratioToBareStream: ratio(large.sync.milliseconds, large.bareMs),
    },
    list,
    fleet: { ...fleet, listP95Ms: round(fleet.listP95Ms) },
    rowsEqual: quick.rowsEqual && slow.rowsEqual && (large?.rowsEqual ?? true),
  };
}

async function measureProfiles({ groups, runs, say }: BenchOptions) {
  const memberships = groups * 10;
  const cloud = await startPracticeCloud({
    args: ['--groups', String(groups), '--memberships', String(memberships)],
  });
  const peer = (name: string, read: Peer['read'], times = runs): Peer => ({
    name,
    runs: times,
    read,
  });
  const bareStream = (times = runs): Peer => peer(bare, bareDeltaPeer, times);
  const manyBatches = peer(batches, (wire) => batchPeer(wire, { atOnce: 16, sample: null }));
  try {
    const { tenantId } = cloud.customer('large');
    const common = { cloud, tenantId, runs, say };
    say(`${groups} groups, ${memberships} memberships, ${answerMs} ms an answer`);
    const quick = await measureProfile({
      ...common,
      name: 'fast delta',
      latency: fast,
      deltas: runs,
      peers: [
        bareStream(),
        manyBatches,
        peer('$batch, one after another', (wire) => batchPeer(wire, { atOnce: 1, sample: 1000 })),
        peer('eight at once', (wire) => pageIteratorPeer(wire, { atOnce: 8, sample: 400 })),
        peer(oneByOne, (wire) => pageIteratorPeer(wire, { atOnce: 1, sample: 200 })),
      ],
    });
    const slow = await measureProfile({
      ...common,
      name: `delta pages of ${slowDeltaMs} ms`,
      latency: slowDelta,
      deltas: 0,
      peers: [manyBatches, bareStream(1)],
    });
    return { quick, slow };
  } finally {
    await cloud.dispose();
  }
}

async function measureList({ largeGroups, say }: BenchOptions): Promise<BenchResult['list']> {
  if (findBrowser() === undefined) {
    say('The list in Chromium was left out: no Chromium was found.');
    return null;
  }
  const list = await benchList({ groups: largeGroups, memberships: largeGroups * 10, say });
  const { groups, ranOver50Ms, longestRanMs, frameP95Ms } = list;
  return { groups, ranOver50Ms, longestRanMs, frameP95Ms };
}

const fastest = ({ peers }: ProfileResult): number => Math.min(...peers.values());
const round = (value: number): number => Math.round(value * 100) / 100;
const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : round(value);
const ratio = (value: number, other: number): number => round(value / other);
const share = (value: number, of: number): number => Math.round((value / of) * 1000) / 1000;
