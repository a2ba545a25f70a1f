import forge from 'node-forge';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { readCertificate, readKey } from './credential-parts.ts';
import type { CredentialParts } from './credential-parts.ts';

/**
 * Opens a PFX (PKCS#12) as Windows, OpenSSL and Azure Key Vault write it: 3DES, RC2 or AES, any of
 * the usual MACs, with or without passphrase. Node itself cannot open a PFX.
 *
 * Errors: `credential.passphraseNeeded`, `credential.wrongPassphrase`, `credential.pfxUnreadable`,
 * `credential.pfxWithoutKey`. No error contains the passphrase or the key.
 *
 * Source: RFC 7292; OpenSSL 3 writes PBES2 with AES-256-CBC and a MAC of SHA-256.
 */
export function openPfx(der: Buffer, passphrase: string): CredentialParts {
  const bags = open(der, passphrase).safeContents.flatMap(({ safeBags }) => safeBags);
  const keys = bags.filter(({ type }) => type === oids.keyBag || type === oids.pkcs8ShroudedKeyBag);
  const certificates = bags.filter(({ type }) => type === oids.certBag);
  if (keys.length === 0) throw new EvergrantError('credential.pfxWithoutKey');
  return {
    keys: keys.map(({ key, asn1 }) =>
      // A key that is not RSA stays in its original form.
      readKey(bytesOf(key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1)),
    ),
    certificates: certificates.map(({ cert, asn1 }) =>
      readCertificate(bytesOf(cert ? forge.pki.certificateToAsn1(cert) : asn1)),
    ),
  };
}

const { oids } = forge.pki;
type Pfx = forge.pkcs12.Pkcs12Pfx;

/**
 * "No passphrase" has two forms in a PFX, an empty one and an absent one; the MAC shows which.
 * Letters beyond ASCII are UTF-16 for the MAC and UTF-8 for AES, but the library takes one text for
 * both. If only the MAC agrees, the content is therefore opened again without the MAC.
 */
function open(der: Buffer, passphrase: string): Pfx {
  const agreed = new Set<boolean>();
  const attempt = (password: string | null, withMac: boolean): Pfx | null => {
    try {
      const structure = forge.asn1.fromDer(der.toString('binary'));
      if (!withMac && Array.isArray(structure.value)) structure.value.length = 2;
      return forge.pkcs12.pkcs12FromAsn1(structure, password ?? undefined);
    } catch (error) {
      // The library's message is dropped: it can quote what it decrypted.
      agreed.add(!(error instanceof Error && error.message.includes('MAC could not be verified')));
      return null;
    }
  };
  const opened =
    attempt(passphrase, true) ??
    (passphrase === '' ? attempt(null, true) : null) ??
    (agreed.has(true) ? attempt(forge.util.encodeUtf8(passphrase), false) : null);
  if (opened !== null) return opened;
  if (!agreed.has(true))
    throw new EvergrantError(
      passphrase === '' ? 'credential.passphraseNeeded' : 'credential.wrongPassphrase',
    );
  throw new EvergrantError('credential.pfxUnreadable');
}

function bytesOf(asn1: forge.asn1.Asn1 | undefined): Buffer {
  if (asn1 === undefined) throw new EvergrantError('credential.pfxUnreadable');
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}
