import { z } from 'zod';
import { instant } from './ids.ts';

/**
 * A customer in a quiet test, which runs until the grant is found: its administrator was asked, or a
 * consent opened on this computer ended without an answer and can still be accepted.
 */
export const quietWatch = z.object({
  reason: z.enum(['asked', 'lateAccept']),
  /** When the administrator was asked, or the consent ended. */
  since: instant,
  lastTestAt: instant.nullable(),
  nextTestAt: instant,
  /** When Evergrant stops testing. */
  until: instant,
});
export type QuietWatch = z.infer<typeof quietWatch>;
