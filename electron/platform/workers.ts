import { Worker } from 'node:worker_threads';
import type { Workers } from '../engine/ports.ts';
import { entryPath } from './entries.ts';

/**
 * Pages of JSON come and go: a small nursery, and an old space that is collected before it grows far,
 * keep a thread's memory near what it holds. What it holds for long lies in typed arrays, which these
 * limits do not count.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 };

/** Starts the store's threads; their output is the process's own. */
export const nodeWorkers: Workers = {
  start: (name, workerData) => new Worker(entryPath(name), { name, workerData, resourceLimits }),
};
