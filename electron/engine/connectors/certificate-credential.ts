import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Millis } from '../ports.ts';
import type { CredentialRecord } from './store.ts';

const pemBlock = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]+?-----END \1-----/g;

/**
 * Reads a certificate credential: PEM with a private key and its certificate, in any order, with or
 * without the certificates of its issuers.
 *
 * Errors: `credential.noPrivateKey`, `credential.keyEncrypted`, `credential.keyUnreadable`,
 * `credential.keyNotRsa`, `credential.noCertificate`, `credential.certificateUnreadable`,
 * `credential.mismatch`, `credential.expired`, `credential.notYetValid`. The PEM itself is never in one.
 *
 * Source: RFC 7468; Entra ID takes RSA keys (learn.microsoft.com/entra/identity-platform/certificate-credentials).
 */
export function readCertificateCredential(
  pem: string,
  now: Millis,
): Extract<CredentialRecord, { kind: 'certificate' }> {
  const blocks = [...pem.matchAll(pemBlock)].map(([text, label]) => ({ text, label: label ?? '' }));
  const key = readKey(blocks.find(({ label }) => label.endsWith('PRIVATE KEY')) ?? null);
  const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(readCertificate);
  if (certificates.length === 0) throw new EvergrantError('credential.noCertificate');
  const certificate = certificates.find((candidate) => candidate.checkPrivateKey(key));
  if (!certificate) throw new EvergrantError('credential.mismatch');
  const expiresAt = certificate.validToDate.getTime();
  if (expiresAt <= now) {
    throw new EvergrantError('credential.expired', {
      params: { at: certificate.validToDate.toISOString() },
    });
  }
  if (certificate.validFromDate.getTime() > now) {
    throw new EvergrantError('credential.notYetValid', {
      params: { at: certificate.validFromDate.toISOString() },
    });
  }
  return {
    kind: 'certificate',
    certificatePem: certificate.toString(),
    privateKeyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    thumbprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    expiresAt,
  };
}

interface PemBlock {
  readonly text: string;
  readonly label: string;
}

function readKey(block: PemBlock | null): KeyObject {
  if (block === null) throw new EvergrantError('credential.noPrivateKey');
  if (block.label.startsWith('ENCRYPTED') || block.text.includes('Proc-Type: 4,ENCRYPTED')) {
    throw new EvergrantError('credential.keyEncrypted');
  }
  let key: KeyObject;
  try {
    key = createPrivateKey(block.text);
  } catch {
    // What OpenSSL says may quote the key: the cause stays behind.
    throw new EvergrantError('credential.keyUnreadable');
  }
  if (key.asymmetricKeyType !== 'rsa') throw new EvergrantError('credential.keyNotRsa');
  return key;
}

function readCertificate(block: PemBlock): X509Certificate {
  try {
    return new X509Certificate(block.text);
  } catch (error) {
    throw new EvergrantError('credential.certificateUnreadable', { cause: error });
  }
}
