import { Worker } from 'node:worker_threads';
import type { Workers } from '../engine/kernel/ports.ts';
import { entryPath } from './entries.ts';

/**
 * Pages of JSON are short-lived: a small young generation, and an old generation that is collected before it
 * grows much, keep a thread's memory close to what it holds. Long-lived data is in typed arrays, which these
 * limits do not count.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 };

/**
 * Starts the store's threads; their output is the process's own. `fileOf` returns the paths of their files.
 */
export function createNodeWorkers(
  fileOf: (name: Parameters<Workers['start']>[0]) => string,
): Workers {
  return {
    start: (name, workerData) => new Worker(fileOf(name), { name, workerData, resourceLimits }),
  };
}

/** The threads of this build or of these sources. */
export const nodeWorkers: Workers = createNodeWorkers(entryPath);
