import type { SyncRun } from '../../../contract/sync.ts';
import { CancelledError } from '../../errors/evergrant-error.ts';
import type { Clock, Millis } from '../../kernel/ports.ts';

/** The shortest time between two progress reports to a watcher; the end is reported immediately. */
export const watchPauseMs: Millis = 200;

/** The progress of a running sync, and its watchers. */
export interface SyncProgress {
  readonly latest: SyncRun;
  readonly ended: boolean;
  report(run: SyncRun): void;
  /** Reports the end; no other report follows. */
  end(run: SyncRun): void;
  /** Every state from now to the end; some are skipped when they change quickly. */
  watch(signal?: AbortSignal): AsyncGenerator<SyncRun>;
}

export function createSyncProgress(first: SyncRun, clock: Clock): SyncProgress {
  let latest = first;
  let version = 0;
  let ended = false;
  let next = Promise.withResolvers<void>();
  const end = new AbortController();

  const move = (run: SyncRun): void => {
    latest = run;
    version += 1;
    const { resolve } = next;
    next = Promise.withResolvers();
    resolve();
  };
  return {
    get latest() {
      return latest;
    },
    get ended() {
      return ended;
    },
    report: move,
    end(run) {
      ended = true;
      move(run);
      end.abort(new CancelledError());
    },
    async *watch(signal) {
      for (;;) {
        const [seen, wasEnded] = [version, ended];
        yield latest;
        if (wasEnded) return;
        if (version === seen) await orAborted(next.promise, signal);
        if (!ended) await pause(clock, signal ? AbortSignal.any([signal, end.signal]) : end.signal);
        if (signal?.aborted) return;
      }
    },
  };
}

/** Waits until the pause is over, the sync ends or the watcher leaves. */
async function pause(clock: Clock, until: AbortSignal): Promise<void> {
  try {
    await clock.sleep(watchPauseMs, until);
  } catch (error) {
    if (!until.aborted) throw error;
  }
}

async function orAborted(promise: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return await promise;
  const { promise: aborted, resolve } = Promise.withResolvers<void>();
  const listen = (): void => resolve();
  if (signal.aborted) return;
  signal.addEventListener('abort', listen, { once: true });
  try {
    await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', listen);
  }
}
