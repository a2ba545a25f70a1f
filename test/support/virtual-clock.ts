import type { Clock, Millis } from '../../electron/engine/kernel/ports.ts';

/** A clock that stops until a test moves it. */
export interface VirtualClock extends Clock {
  /** Moves the clock, wakes every sleeper in order, and lets its work settle before the next. */
  advance(ms: Millis): Promise<void>;
  /** The number of waiting sleepers. */
  readonly sleepers: number;
}

/** Makes a {@link VirtualClock}. */
export function createVirtualClock(start = '2026-11-24T12:00:00.000Z'): VirtualClock {
  let now = Date.parse(start);
  const sleepers = new Set<{ readonly until: Millis; readonly wake: () => void }>();

  const next = (until: Millis) =>
    [...sleepers].filter((sleeper) => sleeper.until <= until).sort((a, b) => a.until - b.until)[0];

  return {
    now: () => now,
    get sleepers() {
      return sleepers.size;
    },
    sleep(ms, signal) {
      signal?.throwIfAborted();
      return new Promise((resolve, reject) => {
        const sleeper = {
          until: now + ms,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        const onAbort = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        sleepers.add(sleeper);
      });
    },
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let sleeper = next(until); sleeper; sleeper = next(until)) {
        now = Math.max(now, sleeper.until);
        sleeper.wake();
        await settle();
      }
      now = until;
    },
  };
}

/** Lets everything that needs no clock and no network run until it ends. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
