import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { SyncMode, SyncRun } from '../../../electron/contract/sync.ts';
import type { Cloud } from '../../../electron/engine/clouds/cloud.ts';
import type { Network, NetworkRequest } from '../../../electron/engine/ports.ts';
import { nodeWorkers } from '../../../electron/platform/workers.ts';
import { startDirectoryHost } from '../directory-host.ts';
import type { DirectoryHost } from '../directory-host.ts';
import { createHurriedClock } from '../hurried-clock.ts';
import { createJumpingClock } from '../jumping-clock.ts';
import type { PracticeGraph } from '../practice-graph.ts';
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

/** One customer, one data folder, and the processes that work on it one after another. */
export async function startSyncStory(world: StoryWorld, label: string, habits: Habits) {
  const { practice, cloud } = world;
  const random = addRandomTenant(practice, label);
  const { tenantId } = random.tenant;
  practice.world.settings.hiddenMembership = habits.hiddenMembership;
  practice.throttle.set(
    habits.quota === null
      ? { enabled: false }
      : { unitsPerTenSeconds: { small: habits.quota, medium: habits.quota, large: habits.quota } },
  );
  const folder = await mkdtemp(join(tmpdir(), 'evergrant-story-'));
  const clock = createJumpingClock();
  const waits = createHurriedClock(clock, (ms) => practice.pass(ms));
  let attempt: SyncAttempt = { mode: 'auto', end: null };
  let requests = 0;
  let isOffline = false;
  let writer: Worker | undefined;

  const cutOff = (answered: boolean): void => {
    const { end } = attempt;
    if (end === null || end.requests !== requests || end.answered !== answered) return;
    if (end.how === 'offline') isOffline = true;
    else if (end.how === 'writerDies') void writer?.terminate();
    else if (end.how === 'crash') void host.crash();
    else if (end.how === 'close') void host.syncs.close();
    else void host.syncs.cancel(tenantId);
  };
  const network: Network = {
    async send(request: NetworkRequest) {
      requests += 1;
      await attempt.onRequest?.(requests);
      cutOff(false);
      if (isOffline) throw Object.assign(new Error('no network'), { code: 'ENOTFOUND' });
      if (habits.slowDelta && /\/delta\b/.test(request.url)) waits.hurry(2_000);
      const response = await world.network.send(request);
      cutOff(true);
      return response;
    },
  };
  const start = async (path: string): Promise<DirectoryHost> =>
    await startDirectoryHost({
      network,
      cloud,
      folder: path,
      clock,
      waits,
      clientId: practice.connector,
      tokenOf: (tenant) => tokenOf(practice, tenant),
      workers: {
        start(name, data) {
          const started = nodeWorkers.start(name, data);
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
    /** What goes wrong from now on; no trouble, and no late changes, when left out. */
    setTroubles(faults: readonly object[] = [], late = 0): void {
      practice.faults.set({
        pageSizes: habits.pageSizes,
        delta: { ...habits.delta, late },
        batch: { throttledStatus: habits.throttledStatus },
        faults,
      });
    },
    pass(ms: number): void {
      practice.clock.advance(ms);
      clock.jump(ms);
    },
    /** A sync, to its end or to where it is cut off; how it stands afterwards, for whoever looks then. */
    async sync(asked: SyncAttempt): Promise<SyncRun | null> {
      attempt = asked;
      requests = 0;
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
