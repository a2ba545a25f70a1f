import v8 from 'node:v8';

/**
 * Keeps V8's young generation in this thread at its current size: pages of a sync are bytes outside of it,
 * and once it has grown to its usual 48 MB, its memory would never be released.
 *
 * V8 reads the flag whenever the young generation is about to grow, so it works in a running process. Threads
 * have `resourceLimits` instead. Measured by `npm run bench`: `sync.peakRssMB`.
 */
export function keepNurserySmall(): void {
  v8.setFlagsFromString('--semi-space-growth-factor=1');
}
