import type { ExportRoom } from '../export/compose.ts';
import type { Log } from '../kernel/ports.ts';
import { answerEach } from './answer.ts';
import type { Base } from './base.ts';

/** `exports.*` of the contract. */
export function createExportsRouter(base: Base, log: Log, { exports }: ExportRoom) {
  return {
    start: base.exports.start.handler(({ input }) => exports.start(input)),
    watch: base.exports.watch.handler(({ input, signal, path }) =>
      answerEach(log, { path, signal }, exports.watch(input.exportId, signal)),
    ),
    cancel: base.exports.cancel.handler(async ({ input }) => ({
      cancelled: await exports.cancel(input.exportId),
    })),
  };
}
