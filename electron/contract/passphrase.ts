import { z } from 'zod';

/** The minimum length of a new passphrase, in characters. */
export const leastPassphrase = 12;

/** A new passphrase. Input only. */
export const newPassphrase = z.string().min(leastPassphrase);
