import { z } from 'zod';
import { guid } from './ids.ts';
import { tenant } from './tenant.ts';

/** Something that a technician wants to hear of while looking elsewhere. */
export const notice = z.object({
  id: guid,
  /** `granted`: a customer that was tested quietly is connected now. `askLapsed`: nobody accepted in time. */
  kind: z.enum(['granted', 'askLapsed']),
  tenant,
  /** An invented customer: words outside of the screens must say so. */
  practice: z.boolean(),
});
export type Notice = z.infer<typeof notice>;
