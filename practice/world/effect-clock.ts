/**
 * The clock that effects follow: the system's, plus an offset that tests and trainers move forward.
 * What tokens say (`iat`, `exp`) never follows it, since MSAL reads the system's clock.
 */
export interface EffectClock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Moves the clock forward by milliseconds. Throws when asked to go back. */
  advance(ms: number): void;
}

/** An effect clock whose offset can be saved. */
export interface SettableClock extends EffectClock {
  readonly offset: number;
}

/** Makes an effect clock on top of a system clock. */
export function createEffectClock(systemNow: () => number, offset = 0): SettableClock {
  let ahead = offset;
  return {
    get offset() {
      return ahead;
    },
    now: () => systemNow() + ahead,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) {
        throw new Error(`The effect clock only goes forward; got ${ms} ms.`);
      }
      ahead += ms;
    },
  };
}
