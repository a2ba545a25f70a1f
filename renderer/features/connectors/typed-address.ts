import { z } from 'zod';
import { webAddress } from '../../../electron/contract/profile.ts';

/** Empty, or an address that the contract accepts. */
export const typedAddress = z
  .string()
  .trim()
  .refine((typed) => typed === '' || webAddress.safeParse(typed).success);
