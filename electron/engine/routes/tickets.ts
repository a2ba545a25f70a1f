import type { Kernel } from '../kernel/compose.ts';
import type { TenantsRoom } from '../tenants/compose.ts';
import type { Base } from './base.ts';

/** `tickets.*` of the contract. */
export function createTicketsRouter(base: Base, { tickets }: Kernel, { tenants }: TenantsRoom) {
  return {
    list: base.tickets.list.handler(() => tickets.list()),
    set: base.tickets.set.handler(async ({ input: { tenantId, ticket } }) => {
      await tenants.setTicket(tenantId, ticket);
      return { ticket };
    }),
  };
}
