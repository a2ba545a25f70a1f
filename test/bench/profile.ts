import type { EngineHost } from '../support/engine-host.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { changeOnePercent } from './changes.ts';
import { ourMemberships, startOurs, syncOurs } from './ours.ts';
import type { OurSync } from './ours.ts';
import type { PeerRun } from './peers.ts';
import { sameMemberships, sameRows } from './rows.ts';
import { median } from './statistics.ts';
import { openWire } from './wire.ts';
import type { Wire } from './wire.ts';

/** A way of reading with which our sync is compared. */
export interface Peer {
  readonly name: string;
  readonly runs: number;
  readonly read: (wire: Wire) => Promise<PeerRun>;
}

export interface ProfileOptions {
  readonly name: string;
  readonly cloud: PracticeCloud;
  readonly tenantId: string;
  readonly latency: object;
  /** How often our sync runs; each peer has its own number. */
  readonly runs: number;
  /** How many delta syncs, each after a change of one group in a hundred. */
  readonly deltas: number;
  readonly peers: readonly Peer[];
  readonly say: (line: string) => void;
}

/** Medians of one profile, in ms. */
export interface ProfileResult {
  readonly ours: {
    readonly milliseconds: number;
    readonly requests: number;
    readonly membershipsBy: string;
    readonly eventLoopP99Ms: number;
    readonly groups: number;
    readonly memberships: number;
  };
  readonly delta: { readonly milliseconds: number; readonly requests: number } | null;
  readonly peers: ReadonlyMap<string, number>;
  readonly throttled429: number;
  readonly rowsEqual: boolean;
}

/** Measures our sync and its peers on one cloud with one set of latencies, buckets full before each run. */
export async function measureProfile(options: ProfileOptions): Promise<ProfileResult> {
  const { cloud, tenantId, say } = options;
  say(`Profile: ${options.name}`);
  await cloud.control('POST', '/faults', { latency: options.latency });
  const ready = async (): Promise<void> => {
    await cloud.control('POST', '/throttle', {});
    await cloud.control('POST', '/requests/clear');
  };
  let throttled429 = 0;
  const sync = async (host: EngineHost, mode: 'full' | 'delta'): Promise<OurSync> => {
    await ready();
    const one = await syncOurs(host, tenantId, mode);
    throttled429 += await count429(cloud);
    say(
      line(
        mode === 'full' ? ours(one) : 'ours, delta after 1%',
        one.milliseconds,
        one.run.requests,
      ),
    );
    return one;
  };

  const full: OurSync[] = [];
  let host = await startOurs(cloud, tenantId);
  for (let run = 0; run < options.runs; run += 1) {
    if (run > 0) {
      await host.dispose();
      host = await startOurs(cloud, tenantId);
    }
    full.push(await sync(host, 'full'));
  }
  const deltas: OurSync[] = [];
  for (let round = 1; round <= options.deltas; round += 1) {
    await changeOnePercent(cloud, tenantId, round);
    deltas.push(await sync(host, 'delta'));
  }

  const peers = new Map<string, number>();
  const read: PeerRun[] = [];
  for (const peer of options.peers) {
    const times: number[] = [];
    for (let run = 0; run < peer.runs; run += 1) {
      await ready();
      const one = await peer.read(await openWire(cloud, tenantId));
      say(line(one.name, one.milliseconds, one.requests, one));
      times.push(one.milliseconds);
      if (run === 0) read.push(one);
    }
    peers.set(peer.name, median(times));
  }
  const rowsEqual = await isEqual(host, tenantId, read);
  say(`rows equal: ${rowsEqual}`);
  await host.dispose();

  const [last] = full.slice(-1);
  if (!last) throw new Error('A profile has at least one run of ours.');
  return {
    ours: {
      milliseconds: median(full.map((one) => one.milliseconds)),
      requests: last.run.requests,
      membershipsBy: last.run.membershipsBy,
      eventLoopP99Ms: median(full.map((one) => one.eventLoopP99Ms)),
      groups: last.run.counts.groups,
      memberships: last.run.counts.memberships,
    },
    delta:
      deltas.length === 0
        ? null
        : {
            milliseconds: median(deltas.map((one) => one.milliseconds)),
            requests: median(deltas.map((one) => one.run.requests)),
          },
    peers,
    throttled429,
    rowsEqual,
  };
}

/** Compares our memberships with every peer's, and our rows with those of peers that store them. */
async function isEqual(host: EngineHost, tenantId: string, peers: readonly PeerRun[]) {
  const asked = new Set(peers.flatMap(({ memberships }) => [...memberships.keys()]));
  const mine = await ourMemberships(host, tenantId, asked);
  for (const { memberships, rows } of peers) {
    if (!sameMemberships(memberships, mine)) return false;
    if (rows && !(await sameRows(host, tenantId, rows))) return false;
  }
  return true;
}

const ours = ({ run }: OurSync): string =>
  `ours, by ${run.membershipsBy}, users and encrypted write included`;

async function count429(cloud: PracticeCloud): Promise<number> {
  const { totals } = (await cloud.control('GET', '/requests?limit=0')) as {
    readonly totals: Readonly<Record<string, number>>;
  };
  return totals['graph 429'] ?? 0;
}

/** One line of the report. */
export function line(
  name: string,
  milliseconds: number,
  requests: number,
  peer?: Pick<PeerRun, 'scaled' | 'throttled'>,
): string {
  const scaled = peer?.scaled
    ? `, ${peer.scaled.sampled} of ${peer.scaled.of} groups read, scaled`
    : '';
  const throttled = peer && peer.throttled > 0 ? `, ${peer.throttled} times 429` : '';
  const seconds = (milliseconds / 1_000).toFixed(2).padStart(9);
  return `${name.padEnd(52)} ${seconds} s ${String(requests).padStart(7)} requests${scaled}${throttled}`;
}
