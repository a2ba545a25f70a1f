/** Parallel tasks: the first that fails stops the others. */
export interface SideBySide {
  /** Aborts with the outer signal, and when one of the tasks has failed. */
  readonly signal: AbortSignal;
  /** Stops the tasks because of a failure outside of them. */
  fail(error: unknown): void;
  /** Resolves when all have succeeded. Otherwise rejects when all have ended, with the first error. */
  all(works: readonly (() => Promise<void>)[]): Promise<void>;
}

/** @param outer its abort reason takes precedence over an error of a task */
export function createSideBySide(outer: AbortSignal): SideBySide {
  const failed = new AbortController();
  const fail = (error: unknown): void => failed.abort(error);
  return {
    signal: AbortSignal.any([outer, failed.signal]),
    fail,
    async all(works) {
      await Promise.all(works.map((work) => work().catch(fail)));
      outer.throwIfAborted();
      failed.signal.throwIfAborted();
    },
  };
}
