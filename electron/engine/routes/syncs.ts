import type { SyncMode, SyncRun } from '../../contract/sync.ts';
import type { Comparisons } from '../directory/compare/comparisons.ts';
import type { Log } from '../kernel/ports.ts';
import { answerEach } from './answer.ts';
import type { Base } from './base.ts';

/** What `syncs.*` asks for. */
export interface SyncCalls {
  /** Starts a sync, or answers the one that runs. */
  start(tenantId: string, mode: SyncMode): Promise<SyncRun>;
  /** The running sync's progress until it ends; the last one when none runs. */
  watch(tenantId: string, signal?: AbortSignal): AsyncIterable<SyncRun>;
  cancel(tenantId: string): boolean | Promise<boolean>;
  last(tenantId: string): Promise<SyncRun | null>;
}

/** `syncs.*` of the contract. */
export function createSyncsRouter(
  base: Base,
  log: Log,
  syncs: SyncCalls,
  kept: Pick<Comparisons, 'history'>,
) {
  return {
    start: base.syncs.start.handler(({ input }) => syncs.start(input.tenantId, input.mode)),
    watch: base.syncs.watch.handler(({ input, signal, path }) =>
      answerEach(log, { path, signal }, syncs.watch(input.tenantId, signal)),
    ),
    cancel: base.syncs.cancel.handler(async ({ input }) => ({
      cancelled: await syncs.cancel(input.tenantId),
    })),
    last: base.syncs.last.handler(({ input }) => syncs.last(input.tenantId)),
    history: base.syncs.history.handler(({ input }) => kept.history(input.tenantId)),
  };
}
