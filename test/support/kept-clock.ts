import { readFileSync, writeFileSync } from 'node:fs';
import { createJumpingClock } from './jumping-clock.ts';
import type { JumpingClock } from './jumping-clock.ts';

/**
 * Makes a {@link JumpingClock} that continues where the last process with the same file left it: at every
 * jump, the lead over the system's clock is written to the file in milliseconds. Without the file, the lead
 * is 0.
 */
export function createKeptClock(file: string): JumpingClock {
  const kept = readAhead(file);
  let ahead = kept;
  const under = createJumpingClock(() => Date.now() + kept);
  return {
    ...under,
    jump(ms) {
      ahead += ms;
      writeFileSync(file, String(ahead));
      under.jump(ms);
    },
  };
}

function readAhead(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
