import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import { readIfThere, writePrivately } from '../certificates/files.ts';

/** What the token endpoint signs and seals with. Kept in the state folder, so that tokens outlive a restart. */
export interface SigningKeys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly keyId: string;
  /** The public half, as the keys document shows it. */
  readonly jwk: JWK;
  /** 32 bytes that seal refresh tokens. */
  readonly sealKey: Uint8Array;
}

/** Reads the signing keys of a state folder, or makes them. */
export async function openSigningKeys(folder: string): Promise<SigningKeys> {
  const keyFile = join(folder, 'token-signing.pem');
  const sealFile = join(folder, 'refresh-token-key.txt');
  let pem = await readIfThere(keyFile);
  if (pem === undefined) {
    const made = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
    pem = made.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await writePrivately(keyFile, pem);
  }
  let seal = await readIfThere(sealFile);
  if (seal === undefined) {
    seal = randomBytes(32).toString('base64url');
    await writePrivately(sealFile, seal);
  }
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const keyId = createHash('sha256').update(der).digest('base64url').slice(0, 27);
  return {
    privateKey,
    publicKey,
    keyId,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: 'RS256' },
    sealKey: Buffer.from(seal, 'base64url'),
  };
}
