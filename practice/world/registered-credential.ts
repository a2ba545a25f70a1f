import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import type { RegisteredCertificate, RegisteredSecret } from './types.ts';

/**
 * Reads a certificate as the portal accepts it: PEM text, the same without its first and last line, or the
 * bytes of a `.cer` file. Throws when it is not a certificate, or when the input also contains a private key.
 */
export function readCertificate(
  given: string | Buffer,
  displayName: string | null,
): RegisteredCertificate {
  const text = typeof given === 'string' ? given : given.toString('latin1');
  if (text.includes('PRIVATE KEY-----')) {
    throw new Error('This has a private key in it. Upload the certificate alone.');
  }
  const certificate = parse(given, text);
  return {
    keyId: randomUUID(),
    displayName: displayName ?? commonName(certificate),
    pem: certificate.toString(),
    notBefore: certificate.validFromDate.getTime(),
    expiresAt: certificate.validToDate.getTime(),
  };
}

/** A secret as a registration stores it. Times in system milliseconds. */
export function keepSecret(
  value: string,
  displayName: string | null,
  startsAt: number,
  expiresAt: number,
): RegisteredSecret {
  return {
    keyId: randomUUID(),
    displayName,
    hint: value.slice(0, 3),
    sha256: hashSecret(value),
    startsAt,
    expiresAt,
  };
}

/** The stored form of a secret: SHA-256, hex. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The thumbprints by which the portal (SHA-1) and newer assertions (SHA-256) identify a certificate. */
export function thumbprints(pem: string): { readonly sha1: Buffer; readonly sha256: Buffer } {
  const { raw } = new X509Certificate(pem);
  return {
    sha1: createHash('sha1').update(raw).digest(),
    sha256: createHash('sha256').update(raw).digest(),
  };
}

function parse(given: string | Buffer, text: string): X509Certificate {
  try {
    if (text.includes('-----BEGIN CERTIFICATE-----')) return new X509Certificate(text);
    return new X509Certificate(typeof given === 'string' ? Buffer.from(text, 'base64') : given);
  } catch (cause) {
    throw new Error('This is not a certificate. Upload a .cer, .pem or .crt file.', { cause });
  }
}

function commonName(certificate: X509Certificate): string {
  return /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject;
}
