import type { Clock, Millis } from '../../electron/engine/kernel/ports.ts';

/** A clock that follows the system's and can be set forward, for tests that wait minutes or days. */
export interface JumpingClock extends Clock {
  /** Sets the clock forward and wakes every sleeper that is due. */
  jump(ms: Millis): void;
}

/**
 * Makes a {@link JumpingClock}. A real page needs a clock that advances. A test without a page can pass a
 * constant `under` and measures the same times on every machine.
 */
export function createJumpingClock(under: () => Millis = Date.now): JumpingClock {
  let ahead = 0;
  const sleepers = new Set<() => void>();
  const now = (): Millis => under() + ahead;
  return {
    now,
    sleep(ms, signal) {
      signal?.throwIfAborted();
      const until = now() + ms;
      return new Promise((resolve, reject) => {
        let timer: NodeJS.Timeout;
        const look = (): void => {
          clearTimeout(timer);
          const left = until - now();
          if (left > 0) {
            timer = setTimeout(look, left);
            return;
          }
          end();
          resolve();
        };
        const aborted = (): void => {
          end();
          reject(signal?.reason);
        };
        const end = (): void => {
          clearTimeout(timer);
          sleepers.delete(look);
          signal?.removeEventListener('abort', aborted);
        };
        signal?.addEventListener('abort', aborted, { once: true });
        sleepers.add(look);
        look();
      });
    },
    jump(ms) {
      ahead += ms;
      for (const look of sleepers) look();
    },
  };
}
