import v8 from 'node:v8';

/**
 * Keeps V8's nursery in this thread at the size it has: pages of a sync come and go as bytes outside
 * of it, and a nursery that grew to its usual 48 MB would never be given back.
 *
 * The flag is read whenever the nursery wants to grow, so it works in a process that runs already.
 * Threads have `resourceLimits` instead. Measured by `npm run bench`: `sync.peakRssMB`.
 */
export function keepNurserySmall(): void {
  v8.setFlagsFromString('--semi-space-growth-factor=1');
}
