import type { ConsentAttempt } from '../../../contract/grant.ts';
import { CancelledError, EvergrantError } from '../../errors/evergrant-error.ts';
import type { Leases } from '../../kernel/leases/leases.ts';
import type { Log } from '../../kernel/ports.ts';
import type { ConsentRun } from './consent-run.ts';

interface Running {
  readonly run: ConsentRun;
  readonly stop: AbortController;
  /** Settles when the attempt's work is over. */
  readonly over: Promise<void>;
}

/** The consents that run in this process, at most one per tenant. */
export interface RunningConsents {
  /** Null: none runs in this process. */
  of(tenantId: string): ConsentRun | null;
  /**
   * Holds the lease while `work` runs. Returns as soon as the run exists; `work` continues in the background.
   * Errors: `lease.held`, and whatever `make` throws. An error of `work` ends the attempt.
   */
  start<T extends { readonly run: ConsentRun }>(
    tenantId: string,
    make: (signal: AbortSignal) => Promise<T>,
    work: (made: T) => Promise<void>,
  ): Promise<ConsentRun>;
  /** Settles when the attempt in this process is over. */
  over(tenantId: string): Promise<void>;
  /** Cancels the attempt and returns it when it has ended; null: none ran in this process. */
  cancel(tenantId: string): Promise<ConsentAttempt | null>;
  /** Settles when all work that `closing` ended is over. */
  allOver(): Promise<void>;
}

/** Makes the registry of running consents. `closing` stops their work and leaves the attempts unchanged. */
export function createRunningConsents(ports: {
  readonly leases: Pick<Leases, 'hold'>;
  readonly log: Log;
  readonly closing: AbortSignal;
}): RunningConsents {
  const { closing } = ports;
  const running = new Map<string, Running>();

  /** Reports the error to the attempt, except when the engine is closing or the lease was lost. */
  async function failed(
    { run, stop }: Omit<Running, 'over'>,
    error: unknown,
    signal: AbortSignal,
  ): Promise<void> {
    if (stop.signal.aborted && !closing.aborted) await run.cancelled();
    else if (!signal.aborted) await run.failed(error);
    if (!(error instanceof EvergrantError) && !signal.aborted)
      ports.log.error('consent.broke', { name: nameOf(error) });
  }

  return {
    of: (tenantId) => running.get(tenantId)?.run ?? null,
    start: async (tenantId, make, work) => {
      const stop = new AbortController();
      const begun = Promise.withResolvers<ConsentRun>();
      const over = ports.leases
        .hold(
          { tenantId, kind: 'consent' },
          async (signal) => {
            const made = await make(signal);
            const { run } = made;
            running.set(tenantId, { run, stop, over });
            begun.resolve(run);
            try {
              await work(made);
            } catch (error) {
              await failed({ run, stop }, error, signal);
            } finally {
              running.delete(tenantId);
            }
          },
          AbortSignal.any([stop.signal, closing]),
        )
        .catch((error: unknown) => begun.reject(error));
      return begun.promise;
    },
    over: async (tenantId) => running.get(tenantId)?.over,
    cancel: async (tenantId) => {
      const found = running.get(tenantId);
      if (found === undefined) return null;
      found.stop.abort(new CancelledError());
      await found.over;
      return found.run.attempt;
    },
    allOver: async () => {
      await Promise.all([...running.values()].map(({ over }) => over));
    },
  };
}

/** What the log may contain of an error: a code or a name, no message. */
export function nameOf(error: unknown): string {
  return error instanceof EvergrantError ? error.code : error instanceof Error ? error.name : '?';
}
