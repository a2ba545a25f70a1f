import { readFileSync, writeFileSync } from 'node:fs';
import { createJumpingClock } from './jumping-clock.ts';
import type { JumpingClock } from './jumping-clock.ts';

/**
 * Makes a {@link JumpingClock} that goes on where the last process on the same file left it: how far it is
 * ahead, in milliseconds, is written at every jump. A file that is not there is a clock that is not ahead.
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
