import { systemClock as ofTheSystem } from '../../../electron/platform/clock.ts';
import type { Clock } from '../../../electron/engine/kernel/ports.ts';
import { createKeptClock } from '../kept-clock.ts';
import { hurriedVariable, hurriedWaits } from './hurried.ts';

const asked = process.env[hurriedVariable];

/** Replaces the product's clock in built programs: the system's clock unless a test asks for another. */
export const systemClock: Clock = asked === undefined ? ofTheSystem : hurried(asked);

function hurried(text: string): Clock {
  const { clockFile, waits } = hurriedWaits.parse(JSON.parse(text));
  const clock = createKeptClock(clockFile);
  return {
    now: () => clock.now(),
    sleep(ms, signal) {
      const waited = clock.sleep(ms, signal);
      if (waits.includes(ms)) clock.jump(ms);
      return waited;
    },
  };
}
