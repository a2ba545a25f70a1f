import type { Millis } from '../ports.ts';

/** How often a holder says that it is alive. */
export const heartbeatMs: Millis = 10_000;
/** A holder that was silent for so long is gone. */
export const silenceMs: Millis = 60_000;
