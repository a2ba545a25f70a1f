import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

/** The maximum memory that a file from elsewhere can request, in bytes. */
const mostMemory = 2 ** 30;

/** How a key was derived from a passphrase, stored with the encrypted content. The salt is base64. */
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

/** Parameters for a new passphrase key; the salt has 16 random bytes. */
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
 * Opens what was sealed with a passphrase. An earlier Evergrant took the byte order mark of a
 * passphrase file as part of the passphrase, so if opening fails, it is retried once with the mark.
 * Rejects with the first error.
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

/**
 * The 32-byte key of a passphrase. The passphrase is normalized (NFKC), so that every keyboard
 * produces the same key.
 */
export async function passphraseKey(
  passphrase: string,
  { N, r, p, salt }: PassphraseParameters,
): Promise<Buffer> {
  const maxmem = 2 * 128 * N * r * p;
  const saltBytes = Buffer.from(salt, 'base64');
  return await scryptAsync(passphrase.normalize('NFKC'), saltBytes, 32, { N, r, p, maxmem });
}
