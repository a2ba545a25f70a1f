import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

/** A file from elsewhere may not ask for more memory than this, in bytes. */
const mostMemory = 2 ** 30;

/** How a key was made of a passphrase, as it is kept beside what the key encrypts. The salt is base64. */
export const passphraseParameters = z
  .object({
    name: z.literal('scrypt'),
    N: z
      .number()
      .int()
      .min(2 ** 14)
      .max(2 ** 20),
    r: z.number().int().min(8).max(32),
    p: z.number().int().min(1).max(16),
    salt: z.base64(),
  })
  .refine(({ N, r }) => 128 * N * r <= mostMemory);
export type PassphraseParameters = z.infer<typeof passphraseParameters>;

/** Cost by OWASP's password storage cheat sheet for scrypt: N 2^17, r 8, p 1 (128 MiB, well under a second). */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const;

/** Parameters for a new passphrase key; the salt has 16 bytes of chance. */
export function newPassphraseParameters(salt: Uint8Array): PassphraseParameters {
  return { name: 'scrypt', ...cost, salt: Buffer.from(salt).toString('base64') };
}

const scryptAsync = promisify<
  string,
  Uint8Array,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

/**
 * What was sealed with a passphrase, opened. An earlier Evergrant took the byte order mark of a passphrase file
 * for a part of the passphrase: where it does not open, that is tried once. Rejects with the first error.
 */
export async function openWithPassphrase<T>(
  passphrase: string,
  parameters: PassphraseParameters,
  open: (key: Buffer) => T,
): Promise<T> {
  try {
    return open(await passphraseKey(passphrase, parameters));
  } catch (error) {
    const marked = await passphraseKey(`\uFEFF${passphrase}`, parameters);
    try {
      return open(marked);
    } catch {
      throw error;
    }
  }
}

/** The 32-byte key of a passphrase. It is normalised (NFKC), so that it opens from any keyboard. */
export async function passphraseKey(
  passphrase: string,
  { N, r, p, salt }: PassphraseParameters,
): Promise<Buffer> {
  const maxmem = 2 * 128 * N * r * p;
  const saltBytes = Buffer.from(salt, 'base64');
  return await scryptAsync(passphrase.normalize('NFKC'), saltBytes, 32, { N, r, p, maxmem });
}
