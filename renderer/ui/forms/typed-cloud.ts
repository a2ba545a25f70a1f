import { z } from 'zod';
import { cloudName } from '../../../electron/contract/cloud.ts';

/** The chosen cloud and the typed file path; the result is the contract's choice. */
export const typedCloud = z
  .object({ kind: cloudName, file: z.string().trim() })
  .refine(({ kind, file }) => kind !== 'custom' || file !== '', { path: ['file'] })
  .transform(({ kind, file }) => (kind === 'custom' ? { kind, file } : { kind }));
