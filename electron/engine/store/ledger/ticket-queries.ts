import { z } from 'zod';
import type { KeptTicket } from '../../../contract/ticket.ts';
import type { TicketStore } from '../../kernel/activity/ticket-store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';

const ticketRow = z
  .object({ tenant_id: z.string(), ticket: z.string() })
  .transform((row): KeptTicket => ({ tenantId: row.tenant_id, ticket: row.ticket }));

/** The current ticket of each customer; it's deleted with its customer. */
export function createTicketQueries(database: Database): Synchronous<TicketStore> {
  const list = database.prepare('SELECT * FROM kept_ticket ORDER BY tenant_id');
  const get = database.prepare('SELECT ticket FROM kept_ticket WHERE tenant_id = ?').pluck();
  const keep = database.prepare(
    `INSERT INTO kept_ticket (tenant_id, ticket) VALUES (?, ?)
     ON CONFLICT (tenant_id) DO UPDATE SET ticket = excluded.ticket`,
  );
  const clear = database.prepare('DELETE FROM kept_ticket WHERE tenant_id = ?');
  return {
    list: () => z.array(ticketRow).parse(list.all()),
    get: (tenantId) =>
      z
        .string()
        .nullable()
        .parse(get.get(tenantId) ?? null),
    keep: ({ tenantId, ticket }) => {
      keep.run(tenantId, ticket);
    },
    clear: (tenantId) => {
      clear.run(tenantId);
    },
  };
}
