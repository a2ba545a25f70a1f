import type { SyncMode, SyncRun } from '../../../contract/sync.ts';
import type { Clock, Millis } from '../../kernel/ports.ts';
import type { LastSyncs } from './last-syncs.ts';
import type { RunningSyncs } from './running-syncs.ts';

/** How often a sync of another process is looked at. */
const followMs: Millis = 1000;

/**
 * Follows another process's sync, as far as its rows tell. When its process ends in the middle of it, it is
 * carried on here, if it is among those that were `joined`.
 *
 * @param joined syncs of other processes that somebody here asked for as well, and how
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
        // It has ended by now, or a third process was faster.
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
