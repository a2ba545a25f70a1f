import { createNodeWorkers } from '../../../electron/platform/workers.ts';
import type { Workers } from '../../../electron/engine/kernel/ports.ts';
import { programPath } from './programs.ts';

/** The store's threads from a build: starting one from its source takes four times as long. */
export const builtWorkers: Workers = createNodeWorkers(programPath);
