import forge from 'node-forge';
import { describe, expect, test } from 'vitest';
import { createCertificate } from '../../../../test/support/certificate.ts';
import { credentialSample, samplePassphrase } from '../../../../test/support/credential-samples.ts';
import { readCertificateCredential } from './certificate-credential.ts';

const now = Date.parse('2026-11-24T12:00:00.000Z');
const key = credentialSample('key.pem').toString();
const certificate = credentialSample('certificate.pem').toString();

const read = (files: readonly (string | Buffer)[], passphrase = '') =>
  readCertificateCredential(
    files.map((file) =>
      typeof file === 'string' && !file.includes('-----')
        ? credentialSample(file)
        : Buffer.from(file),
    ),
    passphrase,
    now,
  );

/** The sample's own key and certificate, in any file format. */
const theSample = {
  kind: 'certificate',
  certificatePem: certificate,
  privateKeyPem: key,
  expiresAt: Date.parse('2046-01-01T00:00:00.000Z'),
};

describe('a certificate with its key is read from', () => {
  test.each([
    ['a PFX of OpenSSL 3', ['openssl-3.pfx'], samplePassphrase],
    ['a PFX with a MAC of SHA-512', ['sha512.pfx'], samplePassphrase],
    ['a PFX of an older Windows', ['windows-7.pfx'], samplePassphrase],
    ['a PFX without passphrase', ['no-passphrase.pfx'], ''],
    ['a PFX of today without passphrase', ['no-passphrase-aes.pfx'], ''],
    ['a PFX without any protection', ['unprotected.pfx'], ''],
    ['a PFX whose passphrase is not ASCII', ['beyond-ascii.pfx'], 'Grüße, Œuvre'],
    ['a secret of Azure Key Vault', ['key-vault.txt'], ''],
    ['two PEM files', ['certificate.pem', 'key.pem'], ''],
    ['two DER files', ['key.der', 'certificate.cer'], ''],
    ['a protected PEM key', ['protected-key.pem', 'certificate.pem'], samplePassphrase],
    [
      'a PEM key of older tools',
      ['protected-key-traditional.pem', 'certificate.cer'],
      samplePassphrase,
    ],
    ['a protected DER key', ['protected-key.der', 'certificate.cer'], samplePassphrase],
    ['the same key in two files', ['openssl-3.pfx', 'key.pem'], samplePassphrase],
  ])('%s', (_, files, passphrase) => {
    expect(read(files, passphrase)).toMatchObject(theSample);
  });

  const mark = '\uFEFF';
  test.each([
    ['UTF-16', (text: string) => Buffer.from(mark + text, 'utf16le')],
    ['UTF-16, big end first', (text: string) => Buffer.from(mark + text, 'utf16le').swap16()],
    ['UTF-8 with a mark', (text: string) => Buffer.from(mark + text)],
  ])('PEM files that Windows saved as %s', (_, saved) => {
    expect(read([saved(certificate), saved(key)])).toMatchObject(theSample);
    const vault = credentialSample('key-vault.txt').toString();
    expect(read([saved(vault)])).toMatchObject(theSample);
  });

  test('a PFX that the library makes, with its issuer', async () => {
    const issuer = await createCertificate({
      notBefore: new Date('2026-01-01'),
      notAfter: new Date('2040-01-01'),
    });
    const chain = [certificate, issuer.certificatePem].map((pem) =>
      forge.pki.certificateFromPem(pem),
    );
    const asn1 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(key), chain, 'aes', {
      algorithm: 'aes256',
    });
    const pfx = Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
    expect(read([pfx], 'aes')).toMatchObject(theSample);
  });
});

/** Another certificate for the sample's key. */
function renewal(from: string, to: string): string {
  const privateKey = forge.pki.privateKeyFromPem(key);
  const made = forge.pki.createCertificate();
  made.publicKey = forge.pki.setRsaPublicKey(privateKey.n, privateKey.e);
  made.serialNumber = '02';
  made.validity.notBefore = new Date(from);
  made.validity.notAfter = new Date(to);
  made.setSubject([{ name: 'commonName', value: 'Renewal' }]);
  made.setIssuer([{ name: 'commonName', value: 'Renewal' }]);
  made.sign(privateKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(made);
}

describe('of several certificates for one key', () => {
  const expired = renewal('2020-01-01', '2025-01-01');
  const shorter = renewal('2026-01-01', '2027-01-01');
  const future = renewal('2030-01-01', '2060-01-01');
  const orders = [
    [expired, shorter, certificate, future],
    [future, certificate, shorter, expired],
  ];

  test.each(orders)('the valid one that ends last is taken, whatever their order', (...pems) => {
    expect(read([key + pems.join('')])).toMatchObject(theSample);
  });

  test('the last end is named where none is valid', () => {
    const older = renewal('2019-01-01', '2020-01-01');
    expect(() => read([key, older, expired])).toThrow(
      expect.objectContaining({
        code: 'credential.expired',
        params: { at: '2025-01-01T00:00:00.000Z' },
      }) as Error,
    );
  });
});

describe('it is refused with what is wrong:', () => {
  test.each([
    ['a passphrase is needed', ['openssl-3.pfx'], '', 'credential.passphraseNeeded'],
    ['the passphrase is wrong', ['openssl-3.pfx'], 'Evergreen', 'credential.wrongPassphrase'],
    ['the passphrase is wrong, older PFX', ['windows-7.pfx'], 'x', 'credential.wrongPassphrase'],
    [
      'a PEM key needs one',
      ['protected-key.pem', 'certificate.pem'],
      '',
      'credential.passphraseNeeded',
    ],
    [
      'a PEM key has another',
      ['protected-key.pem', 'certificate.pem'],
      'x',
      'credential.wrongPassphrase',
    ],
    [
      'a DER key has another',
      ['protected-key.der', 'certificate.cer'],
      'x',
      'credential.wrongPassphrase',
    ],
    ['the PFX has no key', ['without-key.pfx'], samplePassphrase, 'credential.pfxWithoutKey'],
    ['the PFX has no RSA key', ['elliptic.pfx'], samplePassphrase, 'credential.keyNotRsa'],
    ['there is no key', ['certificate.cer'], '', 'credential.noPrivateKey'],
    ['there is no certificate', ['key.der'], '', 'credential.noCertificate'],
    ['it is a text', ['README.md'], '', 'credential.fileUnknown'],
  ])('%s', (_, files, passphrase, code) => {
    expect(() => read(files, passphrase)).toThrow(code);
  });

  test('the PFX is cut off', () => {
    const whole = credentialSample('openssl-3.pfx');
    expect(() => read([whole.subarray(0, 900)], samplePassphrase)).toThrow(
      'credential.pfxUnreadable',
    );
  });

  test('there are several keys', async () => {
    const validity = { notBefore: new Date('2026-01-01'), notAfter: new Date('2040-01-01') };
    const other = await createCertificate(validity);
    expect(() => read([key, certificate, other.keyPem, other.certificatePem])).toThrow(
      expect.objectContaining({ code: 'credential.severalKeys', params: { keys: 2 } }),
    );
  });

  test('nothing of the files or the passphrase is in an error', () => {
    for (const [file, passphrase] of [
      ['openssl-3.pfx', 'mistyped one'],
      ['protected-key.pem', 'mistyped one'],
      ['protected-key.der', 'mistyped one'],
    ] as const) {
      expect
        .soft(() => read([file], passphrase))
        .toThrow(expect.objectContaining({ params: {}, cause: undefined, raw: undefined }));
    }
  });
});
