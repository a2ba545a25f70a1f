import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { newProfile, profileEdit } from '../../contract/profile.ts';
import { createCertificate } from '../../../test/support/certificate.ts';
import { createRooms } from '../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../test/support/engine-rooms.ts';
import { createClouds } from '../clouds/clouds.ts';
import { createProfiles } from './profiles.ts';
import type { Profiles } from './profiles.ts';

const clientId = '22222222-0000-4000-8000-000000000000';
const validity = {
  notBefore: new Date('2026-01-01T00:00:00.000Z'),
  notAfter: new Date('2027-01-01T00:00:00.000Z'),
};

let ours: Awaited<ReturnType<typeof createCertificate>>;
let other: typeof ours;
beforeAll(async () => {
  [ours, other] = await Promise.all([createCertificate(validity), createCertificate(validity)]);
});

let rooms: Rooms;
let profiles: Profiles;
let customers: number;
let signedOut: string[];
beforeEach(() => {
  rooms = createRooms();
  signedOut = [];
  customers = 0;
  profiles = createProfiles({
    ...rooms,
    store: rooms.ledger.profiles,
    clouds: createClouds({ readFile: () => Promise.reject(new Error('no file')) }),
    countTenants: () => Promise.resolve(customers),
    dropSignIns: (profileId) => void signedOut.push(profileId),
  });
});

const add = (changes: Partial<z.input<typeof newProfile>> = {}) =>
  profiles.add(
    newProfile.parse({ name: 'Connector', clientId, cloud: { kind: 'global' }, ...changes }),
  );
const withPem = (pem: string) => add({ credential: { kind: 'certificate', pem } });

describe('a connector profile', () => {
  test('requires the three permissions unless it says otherwise', async () => {
    const added = await add();
    expect(added.requiredPermissions.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'User.Read delegated',
      'GroupMember.Read.All delegated',
      'Directory.Read.All application',
    ]);
    expect(await profiles.list()).toEqual([added]);
    expect(rooms.published).toContainEqual({ topic: 'profiles', tenantId: null });
    const [line] = await rooms.activity.list({ tenantId: null, before: null, limit: 1 });
    expect(line).toMatchObject({ action: 'profileAdded', params: { name: 'Connector' } });
  });

  test.each([
    ['Directory.ReadWrite.All', '19dbc75e-c2e2-444c-a770-ec69d8559fc7', 'application'],
    ['Directory.ReadWrite.All', 'c5366453-9fb0-48a5-a156-24f0c49a4b84', 'delegated'],
    ['Directory.AccessAsUser.All', '0e263e50-5827-48a4-b97c-d940288653c7', 'delegated'],
    ['99999999-0000-4000-8000-000000000000', '99999999-0000-4000-8000-000000000000', 'delegated'],
  ] as const)('that requires %s is refused, named', async (name, id, type) => {
    await expect(add({ requiredPermissions: [{ id, type }] })).rejects.toMatchObject({
      code: 'profile.permissionMayWrite',
      params: { permissions: name },
    });
    expect(await profiles.list()).toEqual([]);
  });

  test('judges a permission by id and type: the delegated id is no application permission', async () => {
    const id = 'e1fe6dd8-ba31-4d61-89e7-88639da4683d';
    await expect(add({ requiredPermissions: [{ id, type: 'application' }] })).rejects.toThrow(
      'profile.permissionMayWrite',
    );
  });

  test('counts sign-in scopes neither as extra nor as missing', async () => {
    const openid = { id: '37f7f235-527c-4136-accd-4a02d197296e', type: 'delegated' } as const;
    const userRead = { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'delegated' } as const;
    const added = await add({ requiredPermissions: [openid, userRead, userRead] });
    expect(added.requiredPermissions).toEqual([{ ...userRead, name: 'User.Read' }]);
    await expect(add({ requiredPermissions: [openid] })).rejects.toThrow('profile.nothingRequired');
  });

  test('is there once for each connector and cloud', async () => {
    await add();
    await expect(add({ name: 'Again' })).rejects.toMatchObject({
      code: 'profile.already',
      params: { name: 'Connector' },
    });
    await add({ name: 'China', cloud: { kind: 'china' } });
  });

  test('changes its name and the pages of its people, each alone', async () => {
    const { id } = await add({ landingPage: 'https://msp.example/thanks' });
    const backend = { name: 'Palisade', address: 'https://palisade.example/', words: 'Settings' };
    await profiles.edit(profileEdit.parse({ profileId: id, name: ' Shield ', backend }));
    expect(await profiles.edit({ profileId: id, landingPage: null })).toMatchObject({
      name: 'Shield',
      landingPage: null,
      backend,
    });
    const [line] = await rooms.activity.list({ tenantId: null, before: null, limit: 1 });
    expect(line).toMatchObject({ action: 'profileEdited', params: { name: 'Shield' } });
    expect(() => profileEdit.parse({ profileId: id, landingPage: 'http://msp.example/' })).toThrow(
      'landingPage',
    );
  });

  test('cannot be removed while customers use it', async () => {
    const { id } = await add();
    customers = 2;
    await expect(profiles.remove(id)).rejects.toMatchObject({
      code: 'profile.inUse',
      params: { customers: 2 },
    });
    expect(signedOut).toEqual([]);
    customers = 0;
    await profiles.remove(id);
    await expect(profiles.connector(id)).rejects.toThrow('profile.unknown');
  });

  test('takes its sign-ins along when it is removed, and says so to every window', async () => {
    const { id } = await add();
    rooms.published.length = 0;
    await profiles.remove(id);
    expect(signedOut).toEqual([id]);
    const topics = rooms.published.map(({ topic }) => topic);
    expect(topics).toEqual(expect.arrayContaining(['profiles', 'accounts']));
  });
});

describe('its credential', () => {
  test('is used, and never leaves the engine', async () => {
    const added = await withPem(ours.keyPem + ours.certificatePem);
    expect(added.credential).toEqual({
      kind: 'certificate',
      thumbprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      expiresAt: validity.notAfter.toISOString(),
    });
    expect(JSON.stringify(added)).not.toContain('PRIVATE KEY');
    const { credential, cloud } = await profiles.connector(added.id);
    expect(credential).toMatchObject({ privateKeyPem: expect.stringContaining('PRIVATE KEY') });
    expect(cloud.graphBaseUrl).toBe('https://graph.microsoft.com');
  });

  test('is the certificate of the key, wherever it stands among others', async () => {
    const added = await withPem(other.certificatePem + ours.certificatePem + ours.keyPem);
    const { credential } = await profiles.connector(added.id);
    expect(credential).toMatchObject({ certificatePem: ours.certificatePem });
  });

  test('whose key is protected asks for its passphrase', async () => {
    const key = ours.keyPem.replaceAll('PRIVATE KEY', 'ENCRYPTED PRIVATE KEY');
    await expect(withPem(key + ours.certificatePem)).rejects.toThrow('credential.passphraseNeeded');
  });

  test('is refused with what is wrong', async () => {
    await expect(withPem(ours.certificatePem)).rejects.toThrow('credential.noPrivateKey');
    await expect(withPem(ours.keyPem)).rejects.toThrow('credential.noCertificate');
    await expect(withPem(ours.keyPem + other.certificatePem)).rejects.toThrow(
      'credential.mismatch',
    );
    const broken = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n';
    await expect(withPem(broken + ours.certificatePem)).rejects.toThrow('credential.keyUnreadable');
    await expect(
      withPem(`${ours.keyPem}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`),
    ).rejects.toThrow('credential.certificateUnreadable');
    const curve = await createCertificate({ ...validity, curve: 'P-256' });
    await expect(withPem(curve.keyPem + curve.certificatePem)).rejects.toThrow(
      'credential.keyNotRsa',
    );
  });

  test('is refused after its end and before its beginning', async () => {
    const past = await createCertificate({ ...validity, notAfter: new Date('2026-11-01') });
    await expect(withPem(past.keyPem + past.certificatePem)).rejects.toMatchObject({
      code: 'credential.expired',
      params: { at: '2026-11-01T00:00:00.000Z' },
    });
    const future = await createCertificate({ ...validity, notBefore: new Date('2026-12-01') });
    await expect(withPem(future.keyPem + future.certificatePem)).rejects.toThrow(
      'credential.notYetValid',
    );
  });

  test('may be a secret, unless it is empty', async () => {
    const secret = (value: string) =>
      add({ credential: { kind: 'secret', value, expiresAt: null } });
    await expect(secret(' \n')).rejects.toThrow('credential.secretEmpty');
    const added = await secret('hush\n');
    expect(added.credential).toEqual({ kind: 'secret', thumbprint: null, expiresAt: null });
    expect(JSON.stringify(added)).not.toContain('hush');
  });
});
