import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { EvergrantError } from '../../engine/errors/evergrant-error.ts';
import type { Random } from '../../engine/ports.ts';

/** Cost by OWASP's password storage cheat sheet for scrypt: N 2^17, r 8, p 1 (128 MiB, well under a second). */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const;
const base64 = z.base64();

const wrappedFile = z.object({
  version: z.literal(1),
  kdf: z.object({
    name: z.literal('scrypt'),
    N: z
      .number()
      .int()
      .min(2 ** 14)
      .max(2 ** 20),
    r: z.number().int().min(8).max(32),
    p: z.number().int().min(1).max(16),
    salt: base64,
  }),
  cipher: z.literal('aes-256-gcm'),
  nonce: base64,
  wrapped: base64,
  tag: base64,
});

/** Whether a passphrase keeps the key of this folder. */
export async function wrappedKeyExists(path: string): Promise<boolean> {
  return await readFile(path).then(
    () => true,
    () => false,
  );
}

/**
 * Opens the key that a passphrase wraps.
 *
 * @throws EvergrantError `keys.wrongPassphrase`, `keys.wrappedKeyInvalid`
 */
export async function unwrapKey(path: string, passphrase: string): Promise<Uint8Array> {
  const text = await readFile(path, 'utf8');
  const file = parse(text, path);
  const wrapping = await derive(passphrase, Buffer.from(file.kdf.salt, 'base64'), file.kdf);
  const decipher = createDecipheriv(file.cipher, wrapping, Buffer.from(file.nonce, 'base64'));
  decipher.setAuthTag(Buffer.from(file.tag, 'base64'));
  const wrapped = Buffer.from(file.wrapped, 'base64');
  try {
    return new Uint8Array(Buffer.concat([decipher.update(wrapped), decipher.final()]));
  } catch (cause) {
    throw new EvergrantError('keys.wrongPassphrase', { retry: 'now', cause });
  }
}

/** Writes the wrapped key; refuses to replace one that is there (`EEXIST`). */
export async function wrapKey(
  path: string,
  passphrase: string,
  key: Uint8Array,
  random: Random,
): Promise<void> {
  const salt = random.bytes(16);
  const nonce = random.bytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, cost), nonce);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  const content: z.infer<typeof wrappedFile> = {
    version: 1,
    kdf: { name: 'scrypt', ...cost, salt: Buffer.from(salt).toString('base64') },
    cipher: 'aes-256-gcm',
    nonce: Buffer.from(nonce).toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

function parse(text: string, path: string): z.infer<typeof wrappedFile> {
  try {
    return wrappedFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new EvergrantError('keys.wrappedKeyInvalid', { params: { file: path }, cause });
  }
}

const scryptAsync = promisify<
  string,
  Uint8Array,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

/** The passphrase is normalised (NFKC), so that it opens from any keyboard. */
async function derive(
  passphrase: string,
  salt: Uint8Array,
  { N, r, p }: { readonly N: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  const maxmem = 2 * 128 * N * r * p;
  return await scryptAsync(passphrase.normalize('NFKC'), salt, 32, { N, r, p, maxmem });
}
