import type { ConnectionRoom } from '../connection/compose.ts';
import type { ResetRoom } from '../reset/compose.ts';
import type { Base } from './base.ts';

/** `grants.*` of the contract. */
export function createGrantsRouter(
  base: Base,
  { connections, consents, signIns, ways }: ConnectionRoom,
  { protectedConnection }: ResetRoom,
) {
  return {
    begin: base.grants.begin.handler(({ input }) =>
      protectedConnection.begin(input.tenantId, input.way, input.browser, input.whose),
    ),
    ways: base.grants.ways.handler(() => ways.offer()),
    reopen: base.grants.reopen.handler(({ input }) => consents.reopen(input.tenantId)),
    cancel: base.grants.cancel.handler(({ input }) => consents.cancel(input.tenantId)),
    checkNow: base.grants.checkNow.handler(({ input, signal }) =>
      connections.test(input.tenantId, signal),
    ),
    // A requested test can end a pending consent, as Check now does.
    test: base.grants.test.handler(({ input, signal }) => connections.test(input.tenantId, signal)),
    signIn: base.grants.signIn.handler(({ input, signal }) =>
      signIns.signIn(input.tenantId, signal),
    ),
    cancelSignIn: base.grants.cancelSignIn.handler(({ input }) => ({
      cancelled: signIns.cancel(input.tenantId),
    })),
    removeHere: base.grants.removeHere.handler(({ input }) =>
      protectedConnection.removeHere(input.tenantId),
    ),
  };
}
