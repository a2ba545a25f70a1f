import { z } from 'zod';

/** A cloud as a profile or a set-up names it, in a JSON column. */
export const cloudChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['global', 'usGovL4', 'usGovL5', 'china']) }),
  z.object({ kind: z.literal('custom'), file: z.string() }),
]);
