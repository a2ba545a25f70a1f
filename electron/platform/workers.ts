import { Worker } from 'node:worker_threads';
import type { Workers } from '../engine/ports.ts';
import { entryPath } from './entries.ts';

/** Starts the store's threads; their output is the process's own. */
export const nodeWorkers: Workers = {
  start: (name, workerData) => new Worker(entryPath(name), { name, workerData }),
};
