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

/** The consents that run in this process, one for each tenant. */
export interface RunningConsents {
  /** Null: none runs here. */
  of(tenantId: string): ConsentRun | null;
  /**
   * Holds the lease while `work` runs; answers as soon as the run is there, and goes on behind. Errors:
   * `lease.held`, whatever `make` throws; what `work` throws ends the attempt.
   */
  start<T extends { readonly run: ConsentRun }>(
    tenantId: string,
    make: (signal: AbortSignal) => Promise<T>,
    work: (made: T) => Promise<void>,
  ): Promise<ConsentRun>;
  /** Settles when the attempt that runs here is over. */
  over(tenantId: string): Promise<void>;
  /** Answers the attempt at its end; null: none ran here. */
  cancel(tenantId: string): Promise<ConsentAttempt | null>;
  /** Settles when all work is over that `closing` has ended. */
  allOver(): Promise<void>;
}

/** Makes the place where consents run. `closing` ends their work and leaves the attempts as they are. */
export function createRunningConsents(ports: {
  readonly leases: Pick<Leases, 'hold'>;
  readonly log: Log;
  readonly closing: AbortSignal;
}): RunningConsents {
  const { closing } = ports;
  const running = new Map<string, Running>();

  /** Tells the attempt how its work failed; a closing engine and a lost lease tell it nothing. */
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

/** What the log may say of an error: a code or a name, no text. */
export function nameOf(error: unknown): string {
  return error instanceof EvergrantError ? error.code : error instanceof Error ? error.name : '?';
}
