import { CancelledError } from '../../errors/evergrant-error.ts';

/** Work that several callers may request at the same time; it runs once per key. */
export interface SharedWork<T> {
  /**
   * Joins the work of this key, or starts it. A caller whose signal aborts gets the signal's reason. When the
   * last caller has left, the work is canceled; it can start again only after it has ended.
   */
  join(
    key: string,
    start: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T>;
}

/** Makes a {@link SharedWork}. */
export function createSharedWork<T>(): SharedWork<T> {
  const running = new Map<
    string,
    { promise: Promise<T>; stop: AbortController; callers: number }
  >();

  function begin(
    key: string,
    start: (signal: AbortSignal) => Promise<T>,
    before: Promise<unknown> | undefined,
  ) {
    const stop = new AbortController();
    const started =
      before === undefined
        ? start(stop.signal)
        : before.then(
            () => start(stop.signal),
            () => start(stop.signal),
          );
    const promise = started.finally(() => {
      if (running.get(key) === work) running.delete(key);
    });
    const work = { promise, stop, callers: 0 };
    running.set(key, work);
    return work;
  }

  return {
    join: async (key, start, signal) => {
      signal?.throwIfAborted();
      const known = running.get(key);
      const work = known && !known.stop.signal.aborted ? known : begin(key, start, known?.promise);
      work.callers += 1;
      const left = Promise.withResolvers<never>();
      const leave = (): void => left.reject(signal?.reason);
      signal?.addEventListener('abort', leave, { once: true });
      try {
        return await Promise.race([work.promise, left.promise]);
      } finally {
        signal?.removeEventListener('abort', leave);
        work.callers -= 1;
        if (work.callers === 0) work.stop.abort(new CancelledError());
      }
    },
  };
}
