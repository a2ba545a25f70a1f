import type { PartnerRoom } from '../partner/compose.ts';
import { presentTenant } from '../tenants/tenants.ts';
import type { Base } from './base.ts';

/** `partner.*` of the contract. */
export function createPartnerRouter(base: Base, { partner }: PartnerRoom) {
  return {
    get: base.partner.get.handler(() => partner.get()),
    setUp: base.partner.setUp.handler(({ input }) => partner.setUp(input)),
    remove: base.partner.remove.handler(async () => {
      await partner.remove();
      return { removed: true as const };
    }),
    signIn: base.partner.signIn.handler(({ signal }) => partner.signIn(signal)),
    cancelSignIn: base.partner.cancelSignIn.handler(() => ({ cancelled: partner.cancelSignIn() })),
    customers: base.partner.customers.handler(({ signal }) => partner.customers(signal)),
    add: base.partner.add.handler(async ({ input }) => ({
      added: (await partner.add(input)).map(presentTenant),
    })),
  };
}
