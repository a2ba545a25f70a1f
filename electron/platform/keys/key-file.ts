import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decodeText } from '../../contract/decode-text.ts';
import { EvergrantError } from '../../engine/errors/evergrant-error.ts';
import { makeFolder } from '../../engine/store/database/make-folder.ts';
import type { Random } from '../../engine/kernel/ports.ts';

/** Bytes of the key that opens the databases. */
export const keyLength = 32;

/**
 * Reads a key file: 64 hexadecimal digits, 32 bytes in base64, or 32 raw bytes.
 *
 * @throws EvergrantError `keys.keyFileMissing`, `keys.keyFileInvalid`
 */
export async function readKeyFile(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new EvergrantError('keys.keyFileMissing', { params: { file: path }, cause });
  });
  const text = decodeText(bytes).text.trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return new Uint8Array(Buffer.from(text, 'hex'));
  if (/^[\w+/-]{43}=?$/.test(text)) return new Uint8Array(Buffer.from(text, 'base64'));
  if (bytes.length === keyLength) return new Uint8Array(bytes);
  throw new EvergrantError('keys.keyFileInvalid', { params: { file: path } });
}

/**
 * Creates a key file that only its owner can read; if another process was first, returns the key that it
 * wrote.
 */
export async function makeKeyFile(path: string, random: Random): Promise<Uint8Array> {
  const key = random.bytes(keyLength);
  makeFolder(dirname(path));
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${Buffer.from(key).toString('hex')}\n`);
    } finally {
      await file.close();
    }
    return key;
  } catch (error) {
    if (isExisting(error)) return await readKeyFile(path);
    throw error;
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
