import { z } from 'zod';
import { tenantId } from './ids.ts';

/** A ticket number in the format of the technician's own system; one line. */
export const ticketNumber = z
  .string()
  .trim()
  .min(1)
  .max(60)
  // oxlint-disable-next-line no-control-regex -- the pattern refuses control characters
  .regex(/^[^\u0000-\u001f\u007f]*$/);

/** A customer's current ticket: stored until it is cleared. */
export const keptTicket = z.object({ tenantId, ticket: ticketNumber });
export type KeptTicket = z.infer<typeof keptTicket>;
