import { webcrypto, X509Certificate } from 'node:crypto';
import type { Millis, Random } from '../../kernel/ports.ts';

/**
 * RSA, because Entra ID accepts no other keys for an app. 3,072 bits are sufficient beyond 2030 (NIST
 * SP 800-57 part 1 §5.6.1).
 *
 * Source: learn.microsoft.com/entra/identity-platform/certificate-credentials.
 */
const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 3072,
};

const day = 24 * 60 * 60 * 1000;

/**
 * A year: short enough that the key of a lost laptop expires soon, long enough that replacing it is a
 * yearly task.
 */
const validDays = 365;

/** X.520's maximum length of a common name, in characters. */
const longestName = 64;

/** A key pair with its self-signed certificate. */
export interface CertifiedKeyPair {
  readonly name: string;
  readonly certificatePem: string;
  /** PKCS #8. */
  readonly privateKeyPem: string;
  /** SHA-256 of the DER, hex. */
  readonly thumbprint: string;
  readonly expiresAt: Millis;
}

/**
 * Makes a key pair for a connector on this computer, with a self-signed certificate: Entra compares
 * the key and needs no issuer. The certificate is valid from one day earlier, for clocks that are
 * behind.
 */
export async function makeKeyPair(
  { now, random }: { readonly now: Millis; readonly random: Random },
  name: string,
): Promise<CertifiedKeyPair> {
  const x509 = await loadX509();
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const notAfter = new Date(now + validDays * day);
  const issued = await x509.X509CertificateGenerator.createSelfSigned(
    {
      // Given with its type: a plain string would be parsed for escapes and quotes.
      name: new x509.Name([{ CN: [{ utf8String: name }] }]),
      serialNumber: serialNumber(random),
      notBefore: new Date(now - day),
      notAfter,
      keys,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      ],
    },
    webcrypto,
  );
  const certificate = new X509Certificate(issued.toString('pem'));
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    name,
    certificatePem: certificate.toString(),
    privateKeyPem: `${x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n`,
    thumbprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    expiresAt: certificate.validToDate.getTime(),
  };
}

/**
 * Loads `@peculiar/x509` after the polyfill that it needs: a bundle that splits code could change the
 * order of static imports.
 */
async function loadX509() {
  await import('reflect-metadata');
  return await import('@peculiar/x509');
}

/**
 * The certificate's name, so that the one of a lost laptop can be found in the portal: "Acme Shield
 * on LAPTOP-7".
 */
export function certificateName(connectorName: string, computer: string): string {
  const place = ` on ${computer}`;
  if (place.length >= longestName / 2) return `${connectorName}${place}`.slice(0, longestName);
  return `${connectorName.slice(0, longestName - place.length)}${place}`;
}

/** Positive, 16 octets (RFC 5280 §4.1.2.2). */
function serialNumber(random: Random): string {
  const bytes = random.bytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}
