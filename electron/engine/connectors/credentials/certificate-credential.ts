import type { KeyObject, X509Certificate } from 'node:crypto';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { Millis } from '../../kernel/ports.ts';
import type { CredentialRecord } from '../store.ts';
import { readCredentialFile } from './credential-file.ts';
import { joinParts } from './credential-parts.ts';
import type { CredentialParts } from './credential-parts.ts';

/** A certificate with its private key. */
export type CertificateCredential = Extract<CredentialRecord, { kind: 'certificate' }>;

/**
 * Reads a certificate credential from its files: a private key and its certificate, in one file or in
 * two, in any order, with or without the issuers' certificates.
 *
 * Errors: `credential.noPrivateKey`, `credential.severalKeys`, `credential.keyNotRsa`,
 * `credential.noCertificate`, `credential.mismatch`, `credential.expired`, `credential.notYetValid`,
 * and those of `readCredentialFile`. No error contains any part of a file.
 *
 * Source: Entra ID accepts RSA keys
 * (learn.microsoft.com/entra/identity-platform/certificate-credentials).
 */
export function readCertificateCredential(
  files: readonly Buffer[],
  passphrase: string,
  now: Millis,
): CertificateCredential {
  const parts = joinParts(files.map((file) => readCredentialFile(file, passphrase)));
  const key = onlyKey(parts);
  const certificate = certificateOf(parts, key, now);
  refuseOutsideItsTime(certificate, now);
  return {
    kind: 'certificate',
    certificatePem: certificate.toString(),
    privateKeyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    thumbprint: thumbprintOf(certificate),
    expiresAt: certificate.validToDate.getTime(),
  };
}

/** SHA-256 of the certificate, hex: the ledger and Entra's token endpoint identify it by this. */
export function thumbprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}

/** The same key can be in two files. */
function onlyKey({ keys }: CredentialParts): KeyObject {
  const different = keys.filter(
    (key, index) => !keys.slice(0, index).some((one) => one.equals(key)),
  );
  const [key, other] = different;
  if (key === undefined) throw new EvergrantError('credential.noPrivateKey');
  if (other !== undefined) {
    throw new EvergrantError('credential.severalKeys', { params: { keys: different.length } });
  }
  if (key.asymmetricKeyType !== 'rsa') throw new EvergrantError('credential.keyNotRsa');
  return key;
}

/**
 * Of several certificates for the same key, such as a renewed one and its predecessor, the valid one
 * that expires last.
 */
function certificateOf(
  { certificates }: CredentialParts,
  key: KeyObject,
  now: Millis,
): X509Certificate {
  if (certificates.length === 0) throw new EvergrantError('credential.noCertificate');
  const fitting = certificates
    .filter((candidate) => candidate.checkPrivateKey(key))
    .toSorted((one, other) => other.validToDate.getTime() - one.validToDate.getTime());
  const certificate = fitting.find((one) => isWithinItsTime(one, now)) ?? fitting[0];
  if (!certificate) throw new EvergrantError('credential.mismatch');
  return certificate;
}

function isWithinItsTime({ validFromDate, validToDate }: X509Certificate, now: Millis): boolean {
  return validFromDate.getTime() <= now && now < validToDate.getTime();
}

function refuseOutsideItsTime({ validFromDate, validToDate }: X509Certificate, now: Millis): void {
  const refuse = (code: 'credential.expired' | 'credential.notYetValid', at: Date) =>
    new EvergrantError(code, { params: { at: at.toISOString() } });
  if (validToDate.getTime() <= now) throw refuse('credential.expired', validToDate);
  if (validFromDate.getTime() > now) throw refuse('credential.notYetValid', validFromDate);
}
