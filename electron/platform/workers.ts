import { Worker } from 'node:worker_threads';
import type { Workers } from '../engine/kernel/ports.ts';
import { entryPath } from './entries.ts';

/**
 * Pages of JSON come and go: a small nursery, and an old space that is collected before it grows far,
 * keep a thread's memory near what it holds. What it holds for long lies in typed arrays, which these
 * limits do not count.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 };

/** Starts the store's threads; their output is the process's own. `fileOf` says where their files lie. */
export function createNodeWorkers(
  fileOf: (name: Parameters<Workers['start']>[0]) => string,
): Workers {
  return {
    start: (name, workerData) => new Worker(fileOf(name), { name, workerData, resourceLimits }),
  };
}

/** The threads of this build, or of these sources. */
export const nodeWorkers: Workers = createNodeWorkers(entryPath);
