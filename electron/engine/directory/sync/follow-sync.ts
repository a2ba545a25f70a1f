import type { SyncMode, SyncRun } from '../../../contract/sync.ts';
import type { Clock, Millis } from '../../kernel/ports.ts';
import type { LastSyncs } from './last-syncs.ts';
import type { RunningSyncs } from './running-syncs.ts';

/** How often a sync of another process is checked. */
const followMs: Millis = 1000;

/**
 * Follows another process's sync through its stored rows. If that process exits before the sync ends, this
 * process continues the sync, if it is among those that were `joined`.
 *
 * @param joined syncs of other processes that were requested in this process as well, with their mode
 */
export function createFollowSync(
  clock: Clock,
  { running, lasts }: { readonly running: RunningSyncs; readonly lasts: Pick<LastSyncs, 'of'> },
  joined: Map<string, SyncMode>,
) {
  return async function* follow(tenantId: string, signal?: AbortSignal): AsyncGenerator<SyncRun> {
    for (;;) {
      const run = await lasts.of(tenantId);
      const mode = joined.get(tenantId);
      if (run?.state === 'interrupted' && mode !== undefined) {
        joined.delete(tenantId);
        const started = await running.start(tenantId, mode);
        const job = running.of(tenantId);
        if (job) {
          yield* job.progress.watch(signal);
          return;
        }
        // It has ended in the meantime, or a third process was faster.
        yield started;
        if (started.state !== 'running') return;
        await clock.sleep(followMs, signal);
        continue;
      }
      if (run) yield run;
      if (run?.state !== 'running' || signal?.aborted) {
        joined.delete(tenantId);
        return;
      }
      await clock.sleep(followMs, signal);
    }
  };
}
