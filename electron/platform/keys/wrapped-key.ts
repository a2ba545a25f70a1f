import { createCipheriv, createDecipheriv } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { EvergrantError } from '../../engine/errors/evergrant-error.ts';
import {
  newPassphraseParameters,
  openWithPassphrase,
  passphraseKey,
  passphraseParameters,
} from '../../engine/kernel/files/passphrase-key.ts';
import { makeFolder } from '../../engine/store/database/make-folder.ts';
import type { Random } from '../../engine/kernel/ports.ts';

const base64 = z.base64();

const wrappedFile = z.object({
  version: z.literal(1),
  kdf: passphraseParameters,
  cipher: z.literal('aes-256-gcm'),
  nonce: base64,
  wrapped: base64,
  tag: base64,
});

/** Whether a passphrase protects the key of this folder. */
export async function wrappedKeyExists(path: string): Promise<boolean> {
  return await readFile(path).then(
    () => true,
    () => false,
  );
}

/**
 * Unwraps the key with a passphrase.
 *
 * @throws EvergrantError `keys.wrongPassphrase`, `keys.wrappedKeyInvalid`
 */
export async function unwrapKey(path: string, passphrase: string): Promise<Uint8Array> {
  const text = await readFile(path, 'utf8');
  const file = parse(text, path);
  const open = (key: Buffer): Uint8Array => {
    const decipher = createDecipheriv(file.cipher, key, Buffer.from(file.nonce, 'base64'));
    decipher.setAuthTag(Buffer.from(file.tag, 'base64'));
    const wrapped = Buffer.from(file.wrapped, 'base64');
    return new Uint8Array(Buffer.concat([decipher.update(wrapped), decipher.final()]));
  };
  try {
    return await openWithPassphrase(passphrase, file.kdf, open);
  } catch (cause) {
    throw new EvergrantError('keys.wrongPassphrase', { retry: 'now', cause });
  }
}

/** Writes the wrapped key; refuses to replace an existing one (`EEXIST`). */
export async function wrapKey(
  path: string,
  passphrase: string,
  key: Uint8Array,
  random: Random,
): Promise<void> {
  const kdf = newPassphraseParameters(random.bytes(16));
  const nonce = random.bytes(12);
  const cipher = createCipheriv('aes-256-gcm', await passphraseKey(passphrase, kdf), nonce);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  const content: z.infer<typeof wrappedFile> = {
    version: 1,
    kdf,
    cipher: 'aes-256-gcm',
    nonce: Buffer.from(nonce).toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
  makeFolder(dirname(path));
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
