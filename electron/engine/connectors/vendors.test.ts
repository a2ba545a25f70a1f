import { beforeEach, describe, expect, test } from 'vitest';
import { newProfile } from '../../contract/profile.ts';
import { createRooms } from '../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../test/support/engine-rooms.ts';
import { createClouds } from '../clouds/clouds.ts';
import { createProfiles } from './profiles.ts';
import type { Profiles } from './profiles.ts';
import { createVendors } from './vendors.ts';
import type { Vendors } from './vendors.ts';

const ownId = '22222222-0000-4000-8000-000000000000';
const vendorId = '33333333-0000-4000-8000-000000000000';
const link = `https://login.microsoftonline.com/common/adminconsent?client_id=${vendorId}&redirect_uri=https%3A%2F%2Fvendor.example%2F&state=of-a-session`;

let rooms: Rooms;
let profiles: Profiles;
let vendors: Vendors;
let opened: string[];
beforeEach(() => {
  rooms = createRooms();
  opened = [];
  const store = rooms.ledger.profiles;
  const clouds = createClouds({ readFile: () => Promise.reject(new Error('no file')) });
  profiles = createProfiles({ ...rooms, store, clouds, countTenants: () => Promise.resolve(0) });
  const links = { open: (url: string) => Promise.resolve(void opened.push(url)) };
  vendors = createVendors({ ...rooms, store, profiles, clouds, links });
});

const addOurs = (kind: 'global' | 'china' = 'global') =>
  profiles.add(newProfile.parse({ name: `Ours ${kind}`, clientId: ownId, cloud: { kind } }));
const addVendors = (vendor: Record<string, unknown> = {}, changes: Record<string, unknown> = {}) =>
  profiles.add(
    newProfile.parse({
      name: 'Palisade',
      clientId: vendorId,
      cloud: { kind: 'global' },
      vendor,
      ...changes,
    }),
  );

describe('a vendor’s profile', () => {
  test('is known by its client id alone', async () => {
    expect(await addVendors()).toMatchObject({
      owner: 'vendor',
      credential: null,
      vendor: { reader: null, consent: null },
    });
  });

  test('names its reader, its way of asking and the vendor’s own page', async () => {
    const { id } = await addOurs();
    const address = 'https://console.vendor.example/customers';
    const backend = { name: 'Palisade Console', address };
    const added = await addVendors({ readerId: id, consentLink: link }, { backend });
    expect(added.vendor).toEqual({
      reader: { profileId: id, name: 'Ours global' },
      consent: { form: 'v1', scope: null, redirectUri: 'https://vendor.example/' },
    });
    expect(await profiles.get(added.id)).toEqual(added);
    await vendors.openBackend(added.id);
    expect(opened).toEqual([address]);
  });

  test('takes no credential, whatever it is', async () => {
    const credential = { kind: 'secret', value: 'the vendor’s' };
    await expect(addVendors({}, { credential })).rejects.toThrow('profile.vendorCredential');
    expect(await profiles.list()).toEqual([]);
  });

  test('can hold no credential in the ledger either', async () => {
    const { id } = await addVendors();
    const record = await rooms.ledger.profiles.get(id);
    const secret = { kind: 'secret', value: 'the vendor’s', expiresAt: null } as const;
    if (record === null) throw new Error('it was added');
    await expect(rooms.ledger.profiles.add({ ...record, id: ownId }, secret)).rejects.toThrow(
      'has no credential',
    );
    expect(await rooms.ledger.profiles.list()).toHaveLength(1);
  });

  test('refuses a link of another connector or cloud', async () => {
    await expect(addVendors({ consentLink: link }, { clientId: ownId })).rejects.toMatchObject({
      code: 'consentLink.otherClient',
      params: { found: vendorId },
    });
    await expect(
      addVendors({ consentLink: link }, { cloud: { kind: 'china' } }),
    ).rejects.toMatchObject({ code: 'consentLink.otherCloud' });
  });

  test('says that no page of the vendor is known', async () => {
    const { id } = await addVendors();
    await expect(vendors.openBackend(id)).rejects.toThrow('profile.noBackend');
  });
});

describe('the reader', () => {
  test('can be given later, and is told in the activity', async () => {
    const { id: readerId } = await addOurs();
    const { id } = await addVendors();
    const changed = await vendors.setReader(id, readerId);
    expect(changed.vendor?.reader?.name).toBe('Ours global');
    const [line] = await rooms.activity.list({ tenantId: null, before: null, limit: 1 });
    expect(line).toMatchObject({ action: 'readerChanged', params: { reader: 'Ours global' } });
  });

  test('is never a vendor’s own registration', async () => {
    const { id } = await addVendors();
    const readerIsVendors = vendors.setReader(id, id);
    await expect(readerIsVendors).rejects.toThrow('profile.readerNotOurs');
  });

  test('sees its own cloud alone', async () => {
    const { id: readerId } = await addOurs('china');
    await expect(addVendors({ readerId })).rejects.toThrow('profile.readerOtherCloud');
  });

  test('cannot be removed while it looks on', async () => {
    const { id: readerId } = await addOurs();
    const { id } = await addVendors({ readerId });
    await expect(profiles.remove(readerId)).rejects.toMatchObject({
      code: 'profile.isReader',
      params: { vendors: 'Palisade' },
    });
    await profiles.remove(id);
    await profiles.remove(readerId);
    expect(await profiles.list()).toEqual([]);
  });

  test('is for vendors’ profiles alone', async () => {
    const { id } = await addOurs();
    await expect(vendors.setReader(id, null)).rejects.toThrow('profile.notAVendors');
  });
});
