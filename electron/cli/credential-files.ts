import { readFile } from 'node:fs/promises';
import { Option } from 'commander';
import type { Command } from 'commander';
import { decodeText } from '../contract/decode-text.ts';
import type { CredentialInput } from '../contract/profile.ts';
import type { Text, Translate } from '../../text/create-text.ts';
import { UsageError } from './usage-error.ts';

/** The options that name a credential's files. */
export interface CredentialOptions {
  readonly certificate?: readonly string[];
  readonly passphraseFile?: string;
  readonly secretFile?: string;
}

/** Adds the options of {@link CredentialOptions} to a command. */
export function addCredentialOptions(command: Command, t: Translate): Command {
  return command
    .addOption(
      new Option('--certificate <file...>', t('cli:profiles.certificate')).conflicts('secretFile'),
    )
    .option('--passphrase-file <file>', t('cli:profileFiles.passphraseFile'))
    .option('--secret-file <file>', t('cli:profiles.secretFile'));
}

/**
 * Reads the files that the options name; null if they name none. Strips the last line break of a passphrase
 * or secret.
 */
export async function readCredentialOptions(
  text: Text,
  { certificate, passphraseFile, secretFile }: CredentialOptions,
): Promise<CredentialInput | null> {
  if (certificate !== undefined) {
    const files = await Promise.all(certificate.map((file) => read(text, file)));
    const passphrase = passphraseFile === undefined ? '' : await readLine(text, passphraseFile);
    return { kind: 'files', files: files.map((bytes) => bytes.toString('base64')), passphrase };
  }
  if (secretFile === undefined) return null;
  return { kind: 'secret', value: await readLine(text, secretFile), expiresAt: null };
}

/** Reads a file that the person named. @throws UsageError with the system's reason */
export async function read(text: Text, file: string): Promise<Buffer> {
  return await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      text.t('cli:profiles.unreadable', { file, reason: error.code ?? error.name }),
    );
  });
}

/** Reads the same as text, in whatever encoding it was saved. */
export async function readText(text: Text, file: string): Promise<string> {
  return decodeText(await read(text, file)).text;
}

async function readLine(text: Text, file: string): Promise<string> {
  return (await readText(text, file)).replace(/\r?\n$/, '');
}
