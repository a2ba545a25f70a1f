import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { SyncRun } from '../../../electron/contract/sync.ts';
import type { Cloud } from '../../../electron/engine/clouds/cloud.ts';
import { watchPauseMs } from '../../../electron/engine/directory/sync/sync-progress.ts';
import type { Network, Random } from '../../../electron/engine/kernel/ports.ts';
import { createRandom } from '../../../practice/world/random.ts';
import { systemRandom } from '../../../electron/platform/random.ts';
import { builtWorkers } from '../programs/workers.ts';
import { startDirectoryHost } from '../directory-host.ts';
import type { DirectoryHost } from '../directory-host.ts';
import { createHurriedClock } from '../hurried-clock.ts';
import { createJumpingClock } from '../jumping-clock.ts';
import type { PracticeGraph } from '../practice-graph.ts';
import type { Habits } from './cloud-moods.ts';
import { addRandomTenant } from './random-tenant.ts';
import { createTroubledNetwork } from './troubled-network.ts';
import type { SyncAttempt } from './troubled-network.ts';

/** What the tests of a file share. */
export interface StoryWorld {
  readonly practice: PracticeGraph;
  readonly network: Network;
  readonly cloud: Cloud;
}

/** How long a delta page takes when delta is slow, in milliseconds. */
const slowPageMs = 2_000;

/**
 * One customer, one data folder, and the processes that work on it one after another. Time advances only in
 * waits, and the label seeds all randomness: a repeated test measures the same values.
 */
export async function startSyncStory(world: StoryWorld, label: string, habits: Habits) {
  const { practice, cloud } = world;
  const random = addRandomTenant(practice, label);
  const { tenantId } = random.tenant;
  practice.world.settings.hiddenMembership = habits.hiddenMembership;
  const folder = await mkdtemp(join(tmpdir(), 'evergrant-story-'));
  const begun = practice.clock.now();
  const clock = createJumpingClock(() => begun);
  const waits = createHurriedClock(
    clock,
    (ms) => practice.pass(ms),
    (ms) => ms === watchPauseMs,
  );
  const hostRandom = randomOf(`${label}, host`);
  let writer: Worker | undefined;
  const network = createTroubledNetwork(world.network, habits, {
    slowPage: () => waits.hurry(slowPageMs),
    cutOff: (how) => {
      if (how === 'writerDies') void writer?.terminate();
      else if (how === 'crash') void host.crash();
      else if (how === 'close') void host.syncs.close();
      else if (how === 'cancel') void host.syncs.cancel(tenantId);
    },
  });
  const start = async (path: string): Promise<DirectoryHost> =>
    await startDirectoryHost({
      network,
      cloud,
      folder: path,
      clock,
      waits,
      random: hostRandom,
      clientId: practice.connector,
      tokenOf: (tenant) => tokenOf(practice, tenant),
      workers: {
        start(name, data) {
          const started = builtWorkers.start(name, data);
          if (name === 'store-writer') writer = started;
          return started;
        },
      },
    });
  let host = await start(folder);

  return {
    tenantId,
    directory: random.tenant.directory,
    change: random.change,
    get host(): DirectoryHost {
      return host;
    },
    /** Sets the failures from now on. If omitted: no failures, no quota and no late changes. */
    setTroubles(faults?: readonly object[], late = 0): void {
      limit(practice, faults === undefined ? null : habits.quota);
      practice.faults.set({
        pageSizes: habits.pageSizes,
        delta: { ...habits.delta, late },
        batch: { throttledStatus: habits.throttledStatus },
        ...(faults !== undefined && { faults }),
      });
    },
    pass(ms: number): void {
      practice.clock.advance(ms);
      clock.jump(ms);
    },
    /** How many `$batch` requests were made so far: without one, nothing was read by lists. */
    get batches(): number {
      return network.batches;
    },
    /** Runs a sync until it ends or is cut off. Returns its state afterwards. */
    async sync(asked: SyncAttempt): Promise<SyncRun | null> {
      network.begin(asked);
      await host.sync(tenantId, asked.mode).catch((error: unknown) => {
        if (asked.end === null) throw error;
      });
      network.settle();
      const how = asked.end?.how;
      if (how === 'crash' || how === 'writerDies' || how === 'close') {
        await (how === 'close' ? host.close() : host.crash()).catch(() => undefined);
        host = await start(folder);
        clock.jump(120_000);
      }
      network.reconnect();
      return await host.syncs.last(tenantId);
    },
    /** Starts another host with empty data. */
    startAfresh: async (): Promise<DirectoryHost> =>
      await start(await mkdtemp(join(tmpdir(), 'evergrant-story-'))),
    async dispose(): Promise<void> {
      await host.dispose();
      await rm(folder, { recursive: true, force: true });
      random.remove();
      practice.faults.reset();
    },
  };
}
export type SyncStory = Awaited<ReturnType<typeof startSyncStory>>;

function limit(practice: PracticeGraph, quota: number | null): void {
  practice.throttle.set(
    quota === null
      ? { enabled: false }
      : { unitsPerTenSeconds: { small: quota, medium: quota, large: quota } },
  );
}

function randomOf(seed: string): Random {
  const chance = createRandom(seed);
  return {
    guid: () => chance.guid(),
    fraction: () => chance.next(),
    bytes: (length) => systemRandom.bytes(length),
  };
}

/** A token of the connector that only the practice cloud's Graph accepts: its own claims. */
function tokenOf(practice: PracticeGraph, tenantId: string): string {
  const tenant = practice.world.tenants.get(tenantId);
  const principal = tenant?.servicePrincipals.find((one) => one.appId === practice.connector);
  const roles = ['Directory.Read.All'];
  const claims = { tid: tenantId, appid: practice.connector, oid: principal?.objectId, roles };
  return encodeURIComponent(JSON.stringify(claims));
}
