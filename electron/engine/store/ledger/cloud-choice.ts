import { z } from 'zod';
import { microsoftCloudName } from '../../../contract/cloud.ts';

/** A cloud as a profile or a set-up stores it, in a JSON column. */
export const cloudChoice = z.discriminatedUnion('kind', [
  z.object({ kind: microsoftCloudName }),
  z.object({ kind: z.literal('custom'), file: z.string() }),
]);
