import type { Clock, Millis } from '../../electron/engine/kernel/ports.ts';
import type { JumpingClock } from './jumping-clock.ts';

/**
 * A clock on which every wait ends immediately, for tests of many refusals, each with its pause. `passed` is
 * called for every wait, so that other clocks can follow.
 */
export function createHurriedClock(
  under: JumpingClock,
  passed: (ms: Millis) => void,
  /** Waits that take no time, such as the polling of an observer. */
  isLooking: (ms: Millis) => boolean = () => false,
): Clock & { hurry(ms: Millis): void } {
  let ahead = 0;
  const hurry = (ms: Millis): void => {
    ahead += ms;
    passed(ms);
  };
  return {
    now: () => under.now() + ahead,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      if (!isLooking(ms)) hurry(ms);
      // As with every clock, a sleeper continues only after the caller's current turn has ended.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
    hurry,
  };
}
