import type { webcrypto } from 'node:crypto';

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
const day = 24 * 60 * 60 * 1000;

/** A certificate and its private key, PEM. */
export interface CertifiedKey {
  readonly certificate: string;
  readonly privateKey: string;
}

/** The validity period: starts a day before `now`, for clocks that are behind. Milliseconds. */
function validity(now: number, days: number): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(now - day), notAfter: new Date(now + days * day) };
}

/**
 * Loads `@peculiar/x509` after the polyfill it needs. With static imports, a bundle that splits the two could
 * change their order.
 */
async function loadX509() {
  await import('reflect-metadata');
  return await import('@peculiar/x509');
}

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function privatePem(keys: webcrypto.CryptoKeyPair): Promise<string> {
  const x509 = await loadX509();
  return x509.PemConverter.encode(
    await crypto.subtle.exportKey('pkcs8', keys.privateKey),
    'PRIVATE KEY',
  );
}

/** Issues a server certificate for loopback under a new CA whose private key is discarded. */
export async function issueServer(now: number): Promise<{ ca: string; server: CertifiedKey }> {
  const x509 = await loadX509();
  const caKeys = await newKeys();
  const dates = validity(now, 3650);
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Evergrant practice CA, O=Practice only',
    keys: caKeys,
    ...dates,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(caKeys.publicKey),
    ],
  });
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=localhost, O=Practice only',
    issuer: ca.subject,
    publicKey: keys.publicKey,
    signingKey: caKeys.privateKey,
    ...dates,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment,
        true,
      ),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'ip', value: '127.0.0.1' },
        { type: 'dns', value: 'localhost' },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(ca),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    ca: ca.toString('pem'),
    server: { certificate: certificate.toString('pem'), privateKey: await privatePem(keys) },
  };
}

/** Issues a self-signed certificate in the form an app registration accepts. Valid for two years. */
export async function issueCredential(name: string, now: number): Promise<CertifiedKey> {
  const x509 = await loadX509();
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [name] }],
    keys,
    ...validity(now, 730),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    ],
  });
  return { certificate: certificate.toString('pem'), privateKey: await privatePem(keys) };
}
