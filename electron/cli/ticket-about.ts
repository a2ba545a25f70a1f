import type { TicketSubject } from '../../text/reports/ticket.ts';
import type { Session } from './session.ts';

/**
 * What every ticket of this command contains besides its customer: PRACTICE, and the ticket number of the
 * command or the stored one.
 */
export async function ticketAbout(
  { client, info, ticket }: Pick<Session, 'client' | 'info' | 'ticket'>,
  tenantId: string,
): Promise<Pick<TicketSubject, 'practice' | 'ticket'>> {
  const kept = (await client.tickets.list()).find((row) => row.tenantId === tenantId);
  return { practice: info.workspace === 'practice', ticket: ticket ?? kept?.ticket ?? null };
}
