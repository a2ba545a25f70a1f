import type { ConsentWaysRoom } from '../connection/consent/consent-ways.ts';
import type { Connections } from '../connection/connections.ts';
import type { Consents } from '../connection/consent/consents.ts';
import type { Grants } from '../connection/grants.ts';
import type { Accounts } from '../identity/accounts.ts';
import type { OpenResets } from '../reset/open-resets.ts';
import type { Base } from './base.ts';

/** `grants.*` of the contract. */
export function createGrantsRouter(
  base: Base,
  grants: Grants,
  consents: Consents,
  connections: Pick<Connections, 'test'>,
  ways: ConsentWaysRoom,
  accounts: Pick<Accounts, 'signedIn'>,
  openResets: Pick<OpenResets, 'protect'>,
) {
  return {
    begin: base.grants.begin.handler(async ({ input }) => {
      if (input.whose !== 'reader') await openResets.protect(input.tenantId, 'granting');
      return consents.begin(input.tenantId, input.way, input.browser, input.whose);
    }),
    ways: base.grants.ways.handler(() => ways.offer()),
    reopen: base.grants.reopen.handler(({ input }) => consents.reopen(input.tenantId)),
    cancel: base.grants.cancel.handler(({ input }) => consents.cancel(input.tenantId)),
    checkNow: base.grants.checkNow.handler(({ input, signal }) =>
      connections.test(input.tenantId, signal),
    ),
    // A test that is asked for may end a consent that waits, as Check now does.
    test: base.grants.test.handler(({ input, signal }) => connections.test(input.tenantId, signal)),
    signIn: base.grants.signIn.handler(async ({ input, signal }) => {
      const signedIn = await grants.signIn(input.tenantId, signal);
      accounts.signedIn(signedIn.account);
      return signedIn;
    }),
    cancelSignIn: base.grants.cancelSignIn.handler(({ input }) => ({
      cancelled: grants.cancelSignIn(input.tenantId),
    })),
    removeHere: base.grants.removeHere.handler(async ({ input: { tenantId } }) => {
      await openResets.protect(tenantId, 'removing');
      await consents.cancelIfRunning(tenantId);
      return grants.removeHere(tenantId);
    }),
  };
}
