import { webcrypto } from 'node:crypto';
// oxlint-disable-next-line import/no-unassigned-import -- @peculiar/x509 needs the polyfill loaded first
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/** Makes a self-signed certificate with its key, in PEM. */
export async function createCertificate(options: {
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly curve?: string;
}): Promise<{ readonly keyPem: string; readonly certificatePem: string }> {
  x509.cryptoProvider.set(webcrypto);
  const algorithm =
    options.curve === undefined
      ? rsa
      : { name: 'ECDSA', namedCurve: options.curve, hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Directory connector',
    notBefore: options.notBefore,
    notAfter: options.notAfter,
    keys,
    signingAlgorithm: algorithm,
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = pkcs8.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    keyPem: `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`,
    certificatePem: `${certificate.toString('pem')}\n`,
  };
}
