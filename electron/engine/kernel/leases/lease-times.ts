import type { Millis } from '../ports.ts';

/** How often a holder renews its lease. */
export const heartbeatMs: Millis = 10_000;
/** A holder that has not renewed for this long has ended. */
export const silenceMs: Millis = 60_000;
