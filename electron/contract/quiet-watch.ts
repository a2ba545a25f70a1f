import { z } from 'zod';
import { instant } from './ids.ts';

/**
 * A customer that is tested quietly until the grant is found: its administrator was asked, or a consent
 * ended here without an answer and may still be accepted.
 */
export const quietWatch = z.object({
  reason: z.enum(['asked', 'lateAccept']),
  /** When the administrator was asked, or the consent ended. */
  since: instant,
  lastTestAt: instant.nullable(),
  nextTestAt: instant,
  /** Then Evergrant gives up. */
  until: instant,
});
export type QuietWatch = z.infer<typeof quietWatch>;
