import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { EvergrantError } from '../../errors/evergrant-error.ts';

/** What the files of a certificate credential contain, in any order. */
export interface CredentialParts {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}

/** The contents of all files together. */
export function joinParts(found: readonly CredentialParts[]): CredentialParts {
  return {
    keys: found.flatMap(({ keys }) => keys),
    certificates: found.flatMap(({ certificates }) => certificates),
  };
}

/**
 * An unencrypted key. Errors: `credential.keyUnreadable`, without OpenSSL's message, which can quote
 * the key.
 */
export function readKey(key: string | Buffer): KeyObject {
  try {
    return typeof key === 'string' ? createPrivateKey(key) : openDer(key);
  } catch {
    throw new EvergrantError('credential.keyUnreadable');
  }
}

/**
 * A key that a passphrase protects. With a wrong passphrase, decryption usually fails; about once in
 * 200 times it yields bytes that are not a key, so every failure counts as a wrong passphrase.
 *
 * Errors: `credential.passphraseNeeded`, `credential.wrongPassphrase`.
 */
export function readProtectedKey(key: string | Buffer, passphrase: string): KeyObject {
  if (passphrase === '') throw new EvergrantError('credential.passphraseNeeded');
  try {
    return typeof key === 'string'
      ? createPrivateKey({ key, passphrase })
      : createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase });
  } catch {
    throw new EvergrantError('credential.wrongPassphrase');
  }
}

/** PEM or DER. Errors: `credential.certificateUnreadable`. */
export function readCertificate(certificate: string | Buffer): X509Certificate {
  try {
    return new X509Certificate(certificate);
  } catch (error) {
    throw new EvergrantError('credential.certificateUnreadable', { cause: error });
  }
}

/** PKCS#8, or the older form, which only RSA keys have. */
function openDer(key: Buffer): KeyObject {
  try {
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch {
    return createPrivateKey({ key, format: 'der', type: 'pkcs1' });
  }
}
