import { createCipheriv, createDecipheriv } from 'node:crypto';
import { z } from 'zod';
import { EvergrantError } from '../errors/evergrant-error.ts';
import {
  newPassphraseParameters,
  openWithPassphrase,
  passphraseKey,
  passphraseParameters,
} from '../kernel/files/passphrase-key.ts';
import type { Random } from '../kernel/ports.ts';

/** The version of the file format. The rows inside have the ledger's version. */
const version = 1;

/**
 * The part that is readable without the passphrase. It is authenticated with the rest, so it cannot
 * be changed unnoticed.
 */
const header = z.object({
  format: z.literal('evergrant-backup'),
  version: z.literal(version),
  madeAt: z.iso.datetime(),
  practice: z.boolean(),
  kdf: passphraseParameters,
  cipher: z.literal('aes-256-gcm'),
  nonce: z.base64(),
});
type Header = z.infer<typeof header>;

const sealedFile = header.extend({ tag: z.base64(), content: z.base64() });
const anyBackup = z.object({ format: z.literal('evergrant-backup'), version: z.number().int() });

/** The length of GCM's tag in bytes; shorter ones are refused. */
const tagBytes = 16;

/** The sealed content, and the file's unencrypted header. */
export interface SealedContent {
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  readonly practice: boolean;
  readonly bytes: Uint8Array;
}

/** Makes the text of a backup file: JSON with the content encrypted by AES-256-GCM under a scrypt key. */
export async function seal(
  content: SealedContent,
  passphrase: string,
  random: Pick<Random, 'bytes'>,
): Promise<string> {
  const nonce = random.bytes(12);
  const head: Header = {
    format: 'evergrant-backup',
    version,
    madeAt: content.madeAt,
    practice: content.practice,
    kdf: newPassphraseParameters(random.bytes(16)),
    cipher: 'aes-256-gcm',
    nonce: Buffer.from(nonce).toString('base64'),
  };
  const cipher = createCipheriv(head.cipher, await passphraseKey(passphrase, head.kdf), nonce);
  cipher.setAAD(authenticated(head));
  const sealed = Buffer.concat([cipher.update(content.bytes), cipher.final()]);
  const tag = cipher.getAuthTag().toString('base64');
  return `${JSON.stringify({ ...head, tag, content: sealed.toString('base64') }, null, 2)}\n`;
}

/**
 * Reads the unencrypted header of a backup file.
 *
 * @throws EvergrantError `backup.notABackup`, `backup.newerVersion`, `backup.damaged`
 */
export function readSealed(text: string): z.infer<typeof sealedFile> {
  const json = parseJson(text);
  const any = anyBackup.safeParse(json);
  if (!any.success) throw new EvergrantError('backup.notABackup');
  if (any.data.version > version) throw new EvergrantError('backup.newerVersion');
  const file = sealedFile.safeParse(json);
  if (!file.success) throw new EvergrantError('backup.damaged', { cause: file.error });
  return file.data;
}

/**
 * Opens a backup file. GCM cannot distinguish a wrong passphrase from a damaged file: both are one
 * error.
 *
 * @throws EvergrantError `backup.notOpened`, and those of `readSealed`
 */
export async function unseal(text: string, passphrase: string): Promise<SealedContent> {
  const { tag, content, ...head } = readSealed(text);
  const open = (key: Buffer): Buffer => {
    const nonce = Buffer.from(head.nonce, 'base64');
    const decipher = createDecipheriv(head.cipher, key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(authenticated(head));
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(content, 'base64')), decipher.final()]);
  };
  try {
    const bytes = await openWithPassphrase(passphrase, head.kdf, open);
    return { madeAt: head.madeAt, practice: head.practice, bytes };
  } catch (cause) {
    throw new EvergrantError('backup.notOpened', { retry: 'now', cause });
  }
}

/** The header in a fixed order, whatever its order in the file. */
function authenticated(head: Header): Buffer {
  return Buffer.from(JSON.stringify(header.parse(head)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
