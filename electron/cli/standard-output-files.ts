import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { EvergrantError } from '../engine/errors/evergrant-error.ts';
import type { ExportFiles } from '../engine/kernel/ports.ts';

/**
 * Writes exports to standard output as fast as the next program reads. Written output can't be taken back:
 * only the exit code shows whether it is complete. Canceling does not wait for that program.
 */
export function createStandardOutputFiles(output: Writable): ExportFiles {
  return {
    choose: (_file, signal) => ({
      download: null,
      opened: Promise.resolve({
        async write(bytes) {
          if (output.destroyed) throw new EvergrantError('export.brokenOff', { retry: 'now' });
          if (output.write(bytes)) return;
          await once(output, 'drain', { signal }).catch((cause: unknown) => {
            signal.throwIfAborted();
            throw new EvergrantError('export.brokenOff', { retry: 'now', cause });
          });
        },
        commit: () => Promise.resolve(null),
        abort: () => Promise.resolve(),
      }),
    }),
  };
}
