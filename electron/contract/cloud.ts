import { z } from 'zod';

/** Microsoft's clouds: the list that everything else asks. What each is, the engine's room of clouds says. */
export const microsoftCloudName = z.enum(['global', 'usGovL4', 'usGovL5', 'china']);
export type MicrosoftCloudName = z.infer<typeof microsoftCloudName>;

/** Which cloud a connector lives in; `custom` is described by a file (the practice cloud, for one). */
export const cloudName = z.enum([...microsoftCloudName.options, 'custom']);
export type CloudName = z.infer<typeof cloudName>;

/** A Microsoft cloud, or a custom one by the path of its file; a file's addresses are never stored. */
export const cloudChoice = z.discriminatedUnion('kind', [
  z.object({ kind: microsoftCloudName }),
  z.object({ kind: z.literal('custom'), file: z.string().min(1) }),
]);
