import type { SyncMode, SyncRun } from '../../../contract/sync.ts';
import { CancelledError } from '../../errors/evergrant-error.ts';
import { createFollowSync } from './follow-sync.ts';
import { createLastSyncs } from './last-syncs.ts';
import { createRunningSyncs } from './running-syncs.ts';
import type { SyncsPorts } from './syncs-ports.ts';

/** Syncs of tenants into the directory cache. */
export interface Syncs {
  /**
   * Starts a sync, or joins the running one, in this process or another. Resolves when its plan is made.
   * Errors: `tenant.unknown`, `profile.*`, `cloud.*`; later failures end the sync.
   */
  start(tenantId: string, mode: SyncMode): Promise<SyncRun>;
  /** Progress to the end. When none runs: only the last sync, or nothing if there never was one. */
  watch(tenantId: string, signal?: AbortSignal): AsyncGenerator<SyncRun>;
  /** False when none runs in this process. Resolves when it has ended. */
  cancel(tenantId: string): Promise<boolean>;
  last(tenantId: string): Promise<SyncRun | null>;
  lasts(): Promise<ReadonlyMap<string, SyncRun>>;
  /** Interrupts running syncs; the next start continues after the last written page. */
  close(): Promise<void>;
}

/** The application is closing. */
class Closing extends Error {}

export function createSyncs(ports: SyncsPorts): Syncs {
  const joined = new Map<string, SyncMode>();
  const joinOther = async (tenantId: string, mode: SyncMode): Promise<SyncRun | null> => {
    const run = await lasts.of(tenantId);
    if (run) joined.set(tenantId, mode);
    return run;
  };
  const running = createRunningSyncs(ports, joinOther);
  const lasts = createLastSyncs(ports, running);
  const follow = createFollowSync(ports.clock, { running, lasts }, joined);

  return {
    start: (tenantId, mode) => running.start(tenantId, mode),
    watch: (tenantId, signal) =>
      running.of(tenantId)?.progress.watch(signal) ?? follow(tenantId, signal),
    async cancel(tenantId) {
      const job = running.of(tenantId);
      if (!job) return false;
      job.stop.abort(new CancelledError());
      await job.done;
      return true;
    },
    last: (tenantId) => lasts.of(tenantId),
    lasts: () => lasts.all(),
    async close() {
      const all = running.all();
      for (const job of all) job.stop.abort(new Closing());
      await Promise.all(all.map((job) => job.done));
    },
  };
}
