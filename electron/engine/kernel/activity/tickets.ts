import type { KeptTicket } from '../../../contract/ticket.ts';
import type { ChangePublisher } from '../changes.ts';
import type { TicketStore } from './ticket-store.ts';

/** The current ticket numbers: one for each customer, recorded with every action until it is cleared. */
export interface Tickets {
  list(): Promise<KeptTicket[]>;
  /** The number for current work: the one of this run, otherwise the one stored for the customer. */
  now(tenantId: string | null): Promise<string | null>;
  /** Stores a number for a customer, or clears it. */
  set(tenantId: string, ticket: string | null): Promise<void>;
}

/**
 * Makes the tickets' service.
 *
 * @param ports.ofThisRun a number for everything that this process does, such as a command's own
 */
export function createTickets(ports: {
  readonly store: TicketStore;
  readonly changes: ChangePublisher;
  readonly ofThisRun: string | null;
}): Tickets {
  const { store, ofThisRun } = ports;
  return {
    list: () => store.list(),
    now: async (tenantId) => ofThisRun ?? (tenantId === null ? null : await store.get(tenantId)),
    set: async (tenantId, ticket) => {
      if (ticket === null) await store.clear(tenantId);
      else await store.keep({ tenantId, ticket });
      ports.changes.publish({ topic: 'tenants', tenantId });
    },
  };
}
