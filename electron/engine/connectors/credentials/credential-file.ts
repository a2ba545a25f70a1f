import { X509Certificate } from 'node:crypto';
import { decodeText } from '../../../contract/decode-text.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { readCertificate, readKey, readProtectedKey } from './credential-parts.ts';
import type { CredentialParts } from './credential-parts.ts';
import { openPfx } from './pfx.ts';

const pemBlock = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]+?-----END \1-----/g;
const onlyBase64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/**
 * Reads one file of a certificate credential by its contents, whatever its name: PEM, PFX, a
 * certificate or key as DER, or any of these as base64 (as Azure Key Vault exports a PFX).
 *
 * Errors: `credential.fileUnknown`, and those of its parts.
 */
export function readCredentialFile(file: Buffer, passphrase: string): CredentialParts {
  if (file[0] === sequence) return readDer(file, passphrase);
  const { text } = decodeText(file);
  if (text.includes('-----BEGIN ')) return readPem(text, passphrase);
  if (onlyBase64.test(text)) {
    const der = Buffer.from(text, 'base64');
    if (der[0] === sequence) return readDer(der, passphrase);
  }
  throw new EvergrantError('credential.fileUnknown');
}

/** RFC 7468, and the older protected form of OpenSSL. */
function readPem(pem: string, passphrase: string): CredentialParts {
  const blocks = [...pem.matchAll(pemBlock)].map(([text, label = '']) => ({ text, label }));
  const keys = blocks.filter(({ label }) => label.endsWith('PRIVATE KEY'));
  const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE');
  return {
    keys: keys.map(({ text, label }) =>
      label.startsWith('ENCRYPTED') || text.includes('Proc-Type: 4,ENCRYPTED')
        ? readProtectedKey(text, passphrase)
        : readKey(text),
    ),
    certificates: certificates.map(({ text }) => readCertificate(text)),
  };
}

/** DER tags (X.690): each of these formats is a sequence, and its first element identifies it. */
const sequence = 0x30;
const integer = 0x02;

function readDer(der: Buffer, passphrase: string): CredentialParts {
  const content = contentOf(der);
  if (der[content] === integer) {
    const isPfx = der[content + 2] === 3;
    return isPfx ? openPfx(der, passphrase) : { keys: [readKey(der)], certificates: [] };
  }
  try {
    return { keys: [], certificates: [new X509Certificate(der)] };
  } catch {
    // A protected key begins with the same tags as a certificate.
    return { keys: [readProtectedKey(der, passphrase)], certificates: [] };
  }
}

/** The offset of a sequence's content: the length takes one byte, or as many more as its low bits say. */
function contentOf(der: Buffer): number {
  const length = der[1] ?? 0;
  return length < 0x80 ? 2 : 2 + (length & 0x7f);
}
