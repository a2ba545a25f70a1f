import { z } from 'zod';
import { cloudName } from '../../../electron/contract/cloud.ts';

/** A cloud as it is chosen, and the file's path as it is typed; what comes out is the contract's choice. */
export const typedCloud = z
  .object({ kind: cloudName, file: z.string().trim() })
  .refine(({ kind, file }) => kind !== 'custom' || file !== '', { path: ['file'] })
  .transform(({ kind, file }) => (kind === 'custom' ? { kind, file } : { kind }));
