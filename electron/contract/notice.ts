import { z } from 'zod';
import { guid } from './ids.ts';
import { tenant } from './tenant.ts';

/** A message for a technician who is working elsewhere. */
export const notice = z.object({
  id: guid,
  /** `granted`: a customer in a quiet test is now connected. `askLapsed`: no one accepted in time. */
  kind: z.enum(['granted', 'askLapsed']),
  tenant,
  /** An invented customer: texts outside of the screens must say so. */
  practice: z.boolean(),
});
export type Notice = z.infer<typeof notice>;
