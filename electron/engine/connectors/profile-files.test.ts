import { beforeEach, describe, expect, test } from 'vitest';
import { newProfile } from '../../contract/profile.ts';
import { createRooms } from '../../../test/support/engine-rooms.ts';
import { createClouds } from '../clouds/clouds.ts';
import type { SmallFile } from '../kernel/files/file-saver.ts';
import { createProfileFiles } from './profile-files.ts';
import { createProfiles } from './profiles.ts';

const clientId = '22222222-0000-4000-8000-000000000000';

/** A computer with its own data. */
function createComputer(practice = false) {
  const rooms = createRooms();
  const clouds = createClouds({ readFile: () => Promise.reject(new Error('no file')) });
  const saved: SmallFile[] = [];
  const files = {
    save: async (file: SmallFile) => {
      saved.push(file);
      return { download: null, path: file.name };
    },
  };
  const ports = { ...rooms, store: rooms.ledger.profiles, clouds, practice, files };
  const profiles = createProfiles({ ...ports, countTenants: () => Promise.resolve(0) });
  return { profiles, saved, files: createProfileFiles({ ...ports, profiles }) };
}

const asked = newProfile.parse({
  name: 'Acme: Shield / EU',
  clientId,
  cloud: { kind: 'china' },
  landingPage: 'https://msp.example/thanks',
  backend: { name: 'Palisade', address: 'https://palisade.example/', words: 'Settings → Grant' },
  credential: { kind: 'secret', value: 'hush' },
});

let mine: ReturnType<typeof createComputer>;
let profileId: string;
let text: string;
beforeEach(async () => {
  mine = createComputer();
  profileId = (await mine.profiles.add(asked)).id;
  text = (await mine.files.write(profileId)).text;
});

/** The file with one change in it. */
const changed = (changes: object) =>
  JSON.stringify({ ...(JSON.parse(text) as object), ...changes });

test('a connector goes to a colleague whole, without its credential', async () => {
  const { fileName } = await mine.files.write(profileId);
  await mine.files.save(profileId);
  expect(mine.saved).toMatchObject([{ name: fileName, content: text }]);
  expect(fileName).toBe('Acme-Shield-EU.evergrant.json');
  expect(text).not.toContain('hush');
  expect(text).not.toContain(profileId);
  const theirs = createComputer();
  expect(await theirs.files.read(text)).toMatchObject({ name: asked.name, already: null });
  const imported = await theirs.files.import({ text });
  const exported = await mine.profiles.get(profileId);
  const here = { id: imported.id, createdAt: imported.createdAt };
  expect(imported).toEqual({ ...exported, ...here, credential: null });
  expect((await theirs.files.write(imported.id)).text).toBe(text);
});

test('a vendor’s connector keeps its link, and its reader where that is here', async () => {
  const link = 'https://login.partner.microsoftonline.cn/organizations/v2.0/adminconsent';
  const query = `client_id=${clientId.replace('2', '3')}&scope=https%3A%2F%2Fmicrosoftgraph.chinacloudapi.cn%2F.default&redirect_uri=https%3A%2F%2Fvendor.example%2Fdone`;
  const vendors = newProfile.parse({
    name: 'Palisade',
    clientId: clientId.replace('2', '3'),
    cloud: { kind: 'china' },
    vendor: { readerId: profileId, consentLink: `${link}?${query}` },
  });
  const { id, vendor } = await mine.profiles.add(vendors);
  const file = await mine.files.write(id);
  const theirs = createComputer();
  expect(await theirs.files.read(file.text)).toMatchObject({ owner: 'vendor', reader: asked.name });
  const alone = await theirs.files.import({ text: file.text });
  expect(alone.vendor).toEqual({ ...vendor, reader: null });
  const both = createComputer();
  const reader = await both.files.import({ text });
  expect((await both.files.import({ text: file.text })).vendor).toMatchObject({
    reader: { profileId: reader.id },
  });
});

describe('is refused', () => {
  test.each([
    ['no JSON', 'Dear colleague'],
    ['another program’s JSON', '{"name": "x", "version": 1}'],
  ])('a file that is %s', async (_, other) => {
    await expect(mine.files.read(other)).rejects.toThrow('profile.fileNotOurs');
  });

  test('a newer one, with both versions', async () => {
    await expect(mine.files.read(changed({ version: 2, more: true }))).rejects.toMatchObject({
      code: 'profile.fileNewer',
      params: { version: 2, known: 1 },
    });
  });

  test('a damaged one, with the place', async () => {
    await expect(mine.files.read(changed({ clientId: '22' }))).rejects.toMatchObject({
      code: 'profile.fileDamaged',
      params: { where: 'clientId' },
    });
  });

  test('one that asks for more than reading, named', async () => {
    const id = '19dbc75e-c2e2-444c-a770-ec69d8559fc7';
    const requiredPermissions = [{ id, type: 'application', name: 'Harmless.Read' }];
    const theirs = createComputer();
    const writing = changed({ requiredPermissions });
    for (const work of [theirs.files.read(writing), theirs.files.import({ text: writing })]) {
      await expect(work).rejects.toMatchObject({
        code: 'profile.permissionMayWrite',
        params: { permissions: 'Directory.ReadWrite.All' },
      });
    }
    expect(await theirs.profiles.list()).toEqual([]);
  });

  test('one that is here already, and it is said before', async () => {
    expect(await mine.files.read(text)).toMatchObject({ already: asked.name });
    await expect(mine.files.import({ text })).rejects.toThrow('profile.already');
  });

  test('one of Practice among real customers, and the other way round', async () => {
    await expect(createComputer(true).files.read(text)).rejects.toThrow('profile.filePractice');
    const practice = createComputer(true);
    const { id } = await practice.profiles.add(asked);
    const { fileName, text: invented } = await practice.files.write(id);
    expect(fileName).toMatch(/^PRACTICE-/);
    await expect(mine.files.read(invented)).rejects.toThrow('profile.filePractice');
  });

  test('one of a custom cloud, until its file on this computer is named', async () => {
    const custom = changed({ cloud: { kind: 'custom', label: 'Lab' } });
    await expect(createComputer().files.import({ text: custom })).rejects.toMatchObject({
      code: 'profile.cloudFileNeeded',
      params: { cloud: 'Lab' },
    });
  });
});
