import { onError, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Log } from '../engine/kernel/ports.ts';
import type { ContractRouter } from '../platform/workspace/engine.ts';
import type { ServedPort } from './served-port.ts';

/**
 * Answers the contract's calls on a port until it closes, then aborts calls that are still running.
 *
 * An expected failure is an answer. Anything else is a bug: the page receives only that it was one; the log
 * records why.
 */
export function serveContract(router: ContractRouter, port: ServedPort, log: Log): void {
  const handler = new RPCHandler(router, {
    interceptors: [
      onError((error) => {
        if (error instanceof ORPCError && error.defined) return;
        log.error('call failed', { reason: reasonOf(error) });
      }),
    ],
  });
  handler.upgrade(port, { context: {} });
  port.start();
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).slice(0, 2000) : typeof error;
}
