import { leastPassphrase } from '../../contract/passphrase.ts';
import { EvergrantError } from '../../engine/errors/evergrant-error.ts';
import { readTextFile } from '../read-text-file.ts';

/**
 * Reads a passphrase from a file, for scripts; strips one line break at its end.
 *
 * @param source the option or variable that named the file
 * @throws EvergrantError `keys.passphraseFileMissing`, `keys.passphraseTooShort`
 */
export async function readPassphraseFile(
  path: string,
  source: 'EVERGRANT_PASSPHRASE_FILE' | '--passphrase-file' = 'EVERGRANT_PASSPHRASE_FILE',
): Promise<string> {
  const text = await readTextFile(path).catch((cause: unknown) => {
    throw new EvergrantError('keys.passphraseFileMissing', {
      params: { file: path, source },
      cause,
    });
  });
  const passphrase = text.replace(/\r?\n$/, '');
  if (passphrase.length < leastPassphrase) {
    throw new EvergrantError('keys.passphraseTooShort', {
      params: { file: path, least: leastPassphrase },
    });
  }
  return passphrase;
}
