import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { EvergrantError } from '../../errors/evergrant-error.ts';

/** What was found in the files of a certificate credential, in any order. */
export interface CredentialParts {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}

/** Everything that was found, together. */
export function joinParts(found: readonly CredentialParts[]): CredentialParts {
  return {
    keys: found.flatMap(({ keys }) => keys),
    certificates: found.flatMap(({ certificates }) => certificates),
  };
}

/** A key in the clear. Errors: `credential.keyUnreadable`, without what OpenSSL says: it may quote the key. */
export function readKey(key: string | Buffer): KeyObject {
  try {
    return typeof key === 'string' ? createPrivateKey(key) : openDer(key);
  } catch {
    throw new EvergrantError('credential.keyUnreadable');
  }
}

/**
 * A key that a passphrase protects. A wrong passphrase mostly fails to open; one in some 200 opens to
 * bytes that are no key, so every failure counts as a wrong one.
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

/** PKCS#8, or the older form of RSA keys alone. */
function openDer(key: Buffer): KeyObject {
  try {
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch {
    return createPrivateKey({ key, format: 'der', type: 'pkcs1' });
  }
}
