import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createRooms } from '../../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../../test/support/engine-rooms.ts';
import { readCertificateCredential } from '../../connectors/credentials/certificate-credential.ts';
import { connectorPermissions } from '../../connectors/reading-permissions.ts';
import { createKeyPairs, credentialOfPair } from './key-pairs.ts';
import type { KeyPairs } from './key-pairs.ts';
import { certificateName } from './make-key-pair.ts';

const day = 24 * 60 * 60 * 1000;

let rooms: Rooms;
let keyPairs: KeyPairs;
beforeEach(() => {
  rooms = createRooms();
  keyPairs = createKeyPairs({ ...rooms, store: rooms.ledger.keyPairs, computer: 'LAPTOP-7' });
});

async function someProfile(): Promise<string> {
  const id = rooms.random.guid();
  const rest = {
    name: 'Acme Shield',
    cloud: { kind: 'global' },
    owner: 'ours',
  } as const;
  const pages = { landingPage: null, backend: null };
  const required = { requiredPermissions: connectorPermissions, createdAt: rooms.clock.now() };
  await rooms.ledger.profiles.add({ id, clientId: id, ...rest, ...pages, ...required }, null);
  return id;
}

describe('a key pair made here', () => {
  test('is an RSA key with a certificate for a year, named for connector and computer', async () => {
    const pair = await keyPairs.make({ connectorName: 'Acme Shield', profileId: null });
    const certificate = new X509Certificate(pair.certificatePem);
    expect(certificate.subject).toBe('CN=Acme Shield on LAPTOP-7');
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.validFromDate.getTime()).toBeLessThan(rooms.clock.now());
    expect(Math.round((pair.expiresAt - rooms.clock.now()) / day)).toBe(365);
    const signature = sign('sha256', Buffer.from('x'), createPrivateKey(pair.privateKeyPem));
    expect(signature.length).toBe(384);
  });

  test('is a credential that a file of it would be', async () => {
    const pair = await keyPairs.make({ connectorName: 'Acme Shield', profileId: null });
    const read = readCertificateCredential(
      [Buffer.from(pair.privateKeyPem + pair.certificatePem)],
      '',
      rooms.clock.now(),
    );
    expect(credentialOfPair(pair)).toEqual(read);
  });

  test('takes any name', async () => {
    const name = 'Ümlaut, "quoted" = O=Evil + #1';
    const { certificatePem } = await keyPairs.make({ connectorName: name, profileId: null });
    const { subject } = new X509Certificate(certificatePem).toLegacyObject() as {
      readonly subject: unknown;
    };
    expect(subject).toEqual({ CN: `${name} on LAPTOP-7` });
  });

  test('waits for its connector until it is given up, and goes with it', async () => {
    const profileId = await someProfile();
    const pair = await keyPairs.add({ connectorName: 'Acme Shield', profileId });
    const other = await keyPairs.add({ connectorName: 'Acme Shield', profileId });
    expect(await keyPairs.get(pair.id)).toEqual(pair);
    expect(await keyPairs.ofProfile(profileId)).toHaveLength(2);
    await keyPairs.remove(pair.id);
    await expect(keyPairs.get(pair.id)).rejects.toThrow('keyPair.unknown');
    await rooms.ledger.profiles.remove(profileId);
    await expect(keyPairs.get(other.id)).rejects.toThrow('keyPair.unknown');
  });
});

describe('the name of a certificate', () => {
  test('keeps the computer when a connector’s name is long', () => {
    const name = certificateName('A'.repeat(120), 'LAPTOP-7');
    expect(name).toHaveLength(64);
    expect(name.endsWith('A on LAPTOP-7')).toBe(true);
  });

  test('is cut where the computer’s name is long too', () => {
    expect(certificateName('Acme', 'x'.repeat(200))).toHaveLength(64);
  });
});
