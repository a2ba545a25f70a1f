import type { Clock, Millis } from '../../electron/engine/kernel/ports.ts';
import type { JumpingClock } from './jumping-clock.ts';

/**
 * A clock on which whoever waits has waited at once: for stories of many refusals, each with its pause.
 * `passed` hears of every wait, so that others' clocks can follow.
 */
export function createHurriedClock(
  under: JumpingClock,
  passed: (ms: Millis) => void,
  /** Sleeps that take no time: of who only looks on. */
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
      // As with every clock, nobody goes on before the caller's own turn has ended.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
    hurry,
  };
}
