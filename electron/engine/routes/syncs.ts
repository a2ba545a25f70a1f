import type { DirectoryRoom } from '../directory/compose.ts';
import type { Log } from '../kernel/ports.ts';
import { answerEach } from './answer.ts';
import type { Base } from './base.ts';

/** `syncs.*` of the contract. */
export function createSyncsRouter(base: Base, log: Log, { syncs, comparisons }: DirectoryRoom) {
  return {
    start: base.syncs.start.handler(({ input }) => syncs.start(input.tenantId, input.mode)),
    watch: base.syncs.watch.handler(({ input, signal, path }) =>
      answerEach(log, { path, signal }, syncs.watch(input.tenantId, signal)),
    ),
    cancel: base.syncs.cancel.handler(async ({ input }) => ({
      cancelled: await syncs.cancel(input.tenantId),
    })),
    last: base.syncs.last.handler(({ input }) => syncs.last(input.tenantId)),
    history: base.syncs.history.handler(({ input }) => comparisons.history(input.tenantId)),
  };
}
