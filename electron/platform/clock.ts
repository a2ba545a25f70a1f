import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../engine/kernel/ports.ts';

/** The system's clock. `sleep` rejects with the signal's own reason, as the port requires. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    try {
      await wait(ms, undefined, signal && { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
