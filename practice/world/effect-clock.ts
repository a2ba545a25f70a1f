/**
 * The clock that determines when changes take effect: the system's clock plus an offset that tests and
 * trainers increase. Token times (`iat`, `exp`) ignore it, since MSAL reads the system's clock.
 */
export interface EffectClock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Moves the clock forward by milliseconds. Throws for negative values. */
  advance(ms: number): void;
}

/** An effect clock whose offset can be saved. */
export interface SettableClock extends EffectClock {
  readonly offset: number;
}

/** Creates an effect clock on top of a system clock. */
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
