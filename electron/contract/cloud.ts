import { z } from 'zod';

/** Microsoft's clouds: the list for all other code. The engine's `clouds` folder describes each one. */
export const microsoftCloudName = z.enum(['global', 'usGovL4', 'usGovL5', 'china']);
export type MicrosoftCloudName = z.infer<typeof microsoftCloudName>;

/** The cloud of a connector; `custom` is described by a file (for example, the practice cloud). */
export const cloudName = z.enum([...microsoftCloudName.options, 'custom']);
export type CloudName = z.infer<typeof cloudName>;

/** A Microsoft cloud, or a custom one by the path of its file; a file's addresses are never stored. */
export const cloudChoice = z.discriminatedUnion('kind', [
  z.object({ kind: microsoftCloudName }),
  z.object({ kind: z.literal('custom'), file: z.string().min(1) }),
]);
