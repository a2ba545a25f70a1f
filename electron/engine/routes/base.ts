import { implement } from '@orpc/server';
import { engineContract } from '../../contract/contract.ts';
import type { Log } from '../kernel/ports.ts';
import { answer } from './answer.ts';

/** The contract's procedures, ready for handlers; all return failures in the same way. */
export function createBase(log: Log) {
  return implement(engineContract).use(({ next, path, signal }) =>
    answer(log, { path, signal }, async () => await next()),
  );
}
export type Base = ReturnType<typeof createBase>;
