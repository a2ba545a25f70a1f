import type { KeptTicket } from '../../../contract/ticket.ts';

export interface TicketStore {
  list(): Promise<KeptTicket[]>;
  get(tenantId: string): Promise<string | null>;
  keep(ticket: KeptTicket): Promise<void>;
  clear(tenantId: string): Promise<void>;
}
