import { z } from 'zod';

/** The shortest passphrase that is taken for anything new, in characters. */
export const leastPassphrase = 12;

/** A passphrase that is being chosen. Inwards only. */
export const newPassphrase = z.string().min(leastPassphrase);
