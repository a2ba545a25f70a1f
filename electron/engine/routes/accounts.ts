import type { IdentityRoom } from '../identity/compose.ts';
import type { Base } from './base.ts';

/** `accounts.*` of the contract. */
export function createAccountsRouter(base: Base, { accounts }: IdentityRoom) {
  return {
    list: base.accounts.list.handler(() => accounts.list()),
    demands: base.accounts.demands.handler(() => accounts.demands()),
    tryAgain: base.accounts.tryAgain.handler(() => accounts.tryAgain()),
    signOut: base.accounts.signOut.handler(({ input }) =>
      accounts.signOut(input.profileId, input.accountId),
    ),
  };
}
