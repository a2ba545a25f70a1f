import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { SyncMode, SyncRun } from '../../../electron/contract/sync.ts';
import type { Cloud } from '../../../electron/engine/clouds/cloud.ts';
import { watchPauseMs } from '../../../electron/engine/directory/sync/sync-progress.ts';
import type { Network, NetworkRequest, Random } from '../../../electron/engine/kernel/ports.ts';
import { createRandom } from '../../../practice/world/random.ts';
import { systemRandom } from '../../../electron/platform/random.ts';
import { builtWorkers } from '../programs/workers.ts';
import { startDirectoryHost } from '../directory-host.ts';
import type { DirectoryHost } from '../directory-host.ts';
import { createHurriedClock } from '../hurried-clock.ts';
import { createJumpingClock } from '../jumping-clock.ts';
import type { PracticeGraph } from '../practice-graph.ts';
import { isOfSort } from './cloud-moods.ts';
import type { End, Habits } from './cloud-moods.ts';
import { addRandomTenant } from './random-tenant.ts';

/** What the stories of a file share. */
export interface StoryWorld {
  readonly practice: PracticeGraph;
  readonly network: Network;
  readonly cloud: Cloud;
}

/** A sync that may be cut off in the middle. */
export interface SyncAttempt {
  readonly mode: SyncMode;
  readonly end: End;
  /** Hears of each request before it leaves, and holds it meanwhile. */
  readonly onRequest?: (count: number) => Promise<void> | void;
}

/** What a delta page takes where delta is slow, in milliseconds. */
const slowPageMs = 2_000;

/**
 * One customer, one data folder, and the processes that work on it one after another. Time passes only
 * where somebody waits, and chance is the label's: what a story measures, it measures again.
 */
export async function startSyncStory(world: StoryWorld, label: string, habits: Habits) {
  const { practice, cloud } = world;
  const random = addRandomTenant(practice, label);
  const { tenantId } = random.tenant;
  practice.world.settings.hiddenMembership = habits.hiddenMembership;
  const limit = (quota: number | null): void =>
    void practice.throttle.set(
      quota === null
        ? { enabled: false }
        : { unitsPerTenSeconds: { small: quota, medium: quota, large: quota } },
    );
  const folder = await mkdtemp(join(tmpdir(), 'evergrant-story-'));
  const begun = practice.clock.now();
  const clock = createJumpingClock(() => begun);
  const waits = createHurriedClock(
    clock,
    (ms) => practice.pass(ms),
    (ms) => ms === watchPauseMs,
  );
  const chance = createRandom(`${label}, host`);
  const hostRandom: Random = {
    guid: () => chance.guid(),
    fraction: () => chance.next(),
    bytes: (length) => systemRandom.bytes(length),
  };
  let attempt: SyncAttempt = { mode: 'auto', end: null };
  let requests = 0;
  let ofEnd = 0;
  let batches = 0;
  const counting = new Set<Promise<unknown>>();
  let isOffline = false;
  let writer: Worker | undefined;

  const cutOff = (place: number, answered: boolean): void => {
    const { end } = attempt;
    if (end === null || end.requests !== place || end.answered !== answered) return;
    if (end.how === 'offline') isOffline = true;
    else if (end.how === 'writerDies') void writer?.terminate();
    else if (end.how === 'crash') void host.crash();
    else if (end.how === 'close') void host.syncs.close();
    else void host.syncs.cancel(tenantId);
  };
  const network: Network = {
    async send(request: NetworkRequest) {
      requests += 1;
      const isMeant = attempt.end !== null && isOfSort(request.url, attempt.end.of);
      if (isMeant) ofEnd += 1;
      const place = isMeant ? ofEnd : Number.NaN;
      if (isOfSort(request.url, 'batch')) batches += 1;
      const answer = carry(request, place);
      if (isOfSort(request.url, 'count')) {
        const counted = answer.catch(() => undefined).finally(() => counting.delete(counted));
        counting.add(counted);
      }
      return await answer;
    },
  };
  const carry = async (request: NetworkRequest, place: number): Promise<Response> => {
    await attempt.onRequest?.(requests);
    cutOff(place, false);
    if (isOffline) throw Object.assign(new Error('no network'), { code: 'ENOTFOUND' });
    if (habits.slowDelta && isOfSort(request.url, 'delta')) {
      // Slow is the delta alone: what is asked beside it has its answer before that time passes.
      await Promise.all(counting);
      waits.hurry(slowPageMs);
    }
    const response = await world.network.send(request);
    cutOff(place, true);
    return response;
  };
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
    /** What goes wrong from now on; no trouble, no quota and no late changes, when left out. */
    setTroubles(faults?: readonly object[], late = 0): void {
      limit(faults === undefined ? null : habits.quota);
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
    /** How many `$batch`es have been asked for so far: without one, nothing was read by lists. */
    get batches(): number {
      return batches;
    },
    /** A sync, to its end or to where it is cut off; how it stands afterwards, for whoever looks then. */
    async sync(asked: SyncAttempt): Promise<SyncRun | null> {
      attempt = asked;
      requests = 0;
      ofEnd = 0;
      isOffline = false;
      await host.sync(tenantId, asked.mode).catch((error: unknown) => {
        if (asked.end === null) throw error;
      });
      attempt = { mode: 'auto', end: null };
      const how = asked.end?.how;
      if (how === 'crash' || how === 'writerDies' || how === 'close') {
        await (how === 'close' ? host.close() : host.crash()).catch(() => undefined);
        host = await start(folder);
        clock.jump(120_000);
      }
      isOffline = false;
      return await host.syncs.last(tenantId);
    },
    /** Another host, which knows nothing yet. */
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

/** A token of the connector, as the practice cloud's Graph alone takes it: its own claims. */
function tokenOf(practice: PracticeGraph, tenantId: string): string {
  const tenant = practice.world.tenants.get(tenantId);
  const principal = tenant?.servicePrincipals.find((one) => one.appId === practice.connector);
  const roles = ['Directory.Read.All'];
  const claims = { tid: tenantId, appid: practice.connector, oid: principal?.objectId, roles };
  return encodeURIComponent(JSON.stringify(claims));
}
