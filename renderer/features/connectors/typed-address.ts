import { z } from 'zod';
import { webAddress } from '../../../electron/contract/profile.ts';

/** Empty, or an address of the contract's kind. */
export const typedAddress = z
  .string()
  .trim()
  .refine((typed) => typed === '' || webAddress.safeParse(typed).success);
