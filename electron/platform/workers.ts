import { Worker } from 'node:worker_threads';
import type { Workers } from '../engine/ports.ts';
import { entryPath } from './entries.ts';

/** Pages of JSON come and go: a small nursery keeps a thread's memory near what it holds. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

/** Starts the store's threads; their output is the process's own. */
export const nodeWorkers: Workers = {
  start: (name, workerData) => new Worker(entryPath(name), { name, workerData, resourceLimits }),
};
