import { implement, ORPCError } from '@orpc/server';
import { hostContract } from '../../contract/contract.ts';
import type { HostInfo } from '../../contract/contract.ts';
import { CancelledError, EvergrantError, problemOf } from '../../engine/errors/evergrant-error.ts';

/** What a window may ask of the host, besides the engine. */
export interface HostActions {
  info(): Promise<HostInfo>;
  enterPractice(): Promise<HostInfo>;
  leavePractice(): Promise<HostInfo>;
  tryAgain(): Promise<HostInfo>;
  unlock(passphrase: string): Promise<HostInfo>;
  setPassphrase(passphrase: string): Promise<HostInfo>;
}

/** The host's part of the contract. Expected failures are thrown as `EVERGRANT`, bugs unchanged. */
export function createHostRouter(actions: HostActions) {
  const host = implement(hostContract);
  return {
    info: host.info.handler(() => answer(() => actions.info())),
    enterPractice: host.enterPractice.handler(() => answer(() => actions.enterPractice())),
    leavePractice: host.leavePractice.handler(() => answer(() => actions.leavePractice())),
    tryAgain: host.tryAgain.handler(() => answer(() => actions.tryAgain())),
    unlock: host.unlock.handler(({ input }) => answer(() => actions.unlock(input.passphrase))),
    setPassphrase: host.setPassphrase.handler(({ input }) =>
      answer(() => actions.setPassphrase(input.passphrase)),
    ),
  };
}

async function answer<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof EvergrantError || error instanceof CancelledError) {
      throw new ORPCError('EVERGRANT', { defined: true, data: problemOf(error), cause: error });
    }
    throw error;
  }
}
