/** Works side by side of which the first that fails stops the others. */
export interface SideBySide {
  /** Aborts with the outer signal, and when one of the works has failed. */
  readonly signal: AbortSignal;
  /** Something beside the works has failed: they stop. */
  fail(error: unknown): void;
  /** Resolves when all have ended well. Rejects when all have ended, with the error of the first that failed. */
  all(works: readonly (() => Promise<void>)[]): Promise<void>;
}

/** @param outer its own reason goes before an error of a work */
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
