import type { Tickets } from '../kernel/activity/tickets.ts';
import type { Tenants } from '../tenants/tenants.ts';
import type { Base } from './base.ts';

/** `tickets.*` of the contract. */
export function createTicketsRouter(base: Base, tickets: Tickets, tenants: Tenants) {
  return {
    list: base.tickets.list.handler(() => tickets.list()),
    set: base.tickets.set.handler(async ({ input: { tenantId, ticket } }) => {
      await tenants.get(tenantId);
      await tickets.set(tenantId, ticket);
      return { ticket };
    }),
  };
}
