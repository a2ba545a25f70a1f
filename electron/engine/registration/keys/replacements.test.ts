import { beforeEach, describe, expect, test } from 'vitest';
import { nextCredential } from '../../../contract/replacement.ts';
import { credentialSample, samplePassphrase } from '../../../../test/support/credential-samples.ts';
import { createRooms } from '../../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../../test/support/engine-rooms.ts';
import { CancelledError, EvergrantError } from '../../errors/evergrant-error.ts';
import { connectorPermissions } from '../../connectors/reading-permissions.ts';
import { createKeyPairs } from './key-pairs.ts';
import type { CredentialRecord } from '../../connectors/store.ts';
import { createClouds } from '../../clouds/clouds.ts';
import { createProfiles } from '../../connectors/profiles.ts';
import type { SmallFile } from '../../kernel/files/file-saver.ts';
import { createReplacements } from './replacements.ts';
import type { Replacements } from './replacements.ts';

const profileId = '11111111-0000-4000-8000-000000000000';
const fabrikam = 'ffffffff-0000-4000-8000-000000000000';
const contoso = 'cccccccc-0000-4000-8000-000000000000';
const old: CredentialRecord = { kind: 'secret', value: 'hush', expiresAt: null };
const sample = nextCredential.parse({
  kind: 'files',
  files: [credentialSample('openssl-3.pfx').toString('base64')],
  passphrase: samplePassphrase,
});

let rooms: Rooms;
let replacements: Replacements;
let customers: string[];
/** Microsoft's answer in each tenant; a tenant without an entry gets a token. */
let refusals: Map<string, Error>;
let asked: string[];
let saved: SmallFile[];

beforeEach(async () => {
  rooms = createRooms();
  customers = [fabrikam];
  refusals = new Map();
  asked = [];
  saved = [];
  const keyPairs = createKeyPairs({ ...rooms, store: rooms.ledger.keyPairs, computer: 'LAPTOP-7' });
  replacements = createReplacements({
    ...rooms,
    store: rooms.ledger.profiles,
    pairs: rooms.ledger.keyPairs,
    profiles: createProfiles({
      ...rooms,
      store: rooms.ledger.profiles,
      clouds: createClouds({ readFile: () => Promise.reject(new Error('no file')) }),
      countTenants: () => Promise.resolve(customers.length),
    }),
    files: {
      save: async (file) => {
        saved.push(file);
        return { download: null, path: file.name };
      },
    },
    makePair: (wish) => keyPairs.make(wish),
    customersOf: () => Promise.resolve(customers),
    tryCredential: async (_profile, credential, tenantId) => {
      asked.push(`${credential.kind} in ${tenantId}`);
      const refusal = refusals.get(tenantId);
      if (refusal !== undefined) throw refusal;
    },
  });
  await rooms.ledger.profiles.add(
    {
      id: profileId,
      name: 'Acme Shield',
      clientId: '22222222-0000-4000-8000-000000000000',
      cloud: { kind: 'global' },
      owner: 'ours',
      requiredPermissions: connectorPermissions,
      landingPage: null,
      backend: null,
      createdAt: 0,
    },
    old,
  );
});

const inUse = () => rooms.ledger.profiles.credential(profileId);
const lastLine = async () =>
  (await rooms.activity.list({ tenantId: null, before: null, limit: 1 }))[0];

describe('a key pair made here', () => {
  test('waits, and the old credential stays in use meanwhile', async () => {
    const waiting = await replacements.begin(profileId, { kind: 'newKeyPair' });
    expect(waiting).toMatchObject({
      name: 'Acme Shield on LAPTOP-7',
      portalThumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
      expiresAt: '2027-11-24T12:00:00.000Z',
    });
    expect(JSON.stringify(waiting)).not.toContain('PRIVATE KEY');
    expect(await replacements.waiting(profileId)).toEqual(waiting);
    await replacements.saveCertificate(profileId);
    expect(saved).toMatchObject([{ name: waiting?.fileName, content: waiting?.certificatePem }]);
    expect(await inUse()).toEqual(old);
    expect(asked).toEqual([]);
  });

  test('is swapped in when a token was had with it, and waits no more', async () => {
    const waiting = await replacements.begin(profileId, { kind: 'newKeyPair' });
    expect(await replacements.swap(profileId)).toMatchObject({ testedIn: fabrikam });
    expect(await inUse()).toMatchObject({
      kind: 'certificate',
      thumbprint: waiting?.thumbprint,
      privateKeyPem: expect.stringContaining('PRIVATE KEY'),
    });
    expect(await replacements.waiting(profileId)).toBeNull();
    const line = await lastLine();
    expect(line).toMatchObject({ action: 'credentialReplaced', result: 'replaced', profileId });
    expect(JSON.stringify(line)).not.toContain('PRIVATE');
    expect(rooms.published).toContainEqual({ topic: 'profiles', tenantId: null });
  });

  test('that Microsoft refuses changes nothing, is kept, and the refusal is recorded', async () => {
    refusals.set(fabrikam, new EvergrantError('aadsts.700027'));
    const waiting = await replacements.begin(profileId, { kind: 'newKeyPair' });
    await expect(replacements.swap(profileId)).rejects.toThrow('aadsts.700027');
    expect(await inUse()).toEqual(old);
    expect(await replacements.waiting(profileId)).toEqual(waiting);
    expect(await lastLine()).toMatchObject({
      action: 'credentialRefused',
      problem: { code: 'aadsts.700027' },
    });
    refusals.clear();
    await replacements.swap(profileId);
    expect(await inUse()).toMatchObject({ thumbprint: waiting?.thumbprint });
  });

  test('takes the place of one that waited; giving up leaves nothing', async () => {
    const first = await replacements.begin(profileId, { kind: 'newKeyPair' });
    const second = await replacements.begin(profileId, { kind: 'newKeyPair' });
    expect(second?.thumbprint).not.toBe(first?.thumbprint);
    expect(await rooms.ledger.keyPairs.ofProfile(profileId)).toHaveLength(1);
    expect(await replacements.giveUp(profileId)).toBe(true);
    expect(await replacements.giveUp(profileId)).toBe(false);
    await expect(replacements.swap(profileId)).rejects.toThrow('credential.noReplacement');
    const saving = replacements.saveCertificate(profileId);
    await expect(saving).rejects.toThrow('credential.noReplacement');
  });
});

describe('the test before a swap', () => {
  beforeEach(async () => {
    await replacements.begin(profileId, sample);
  });

  test('passes over customers without the connector', async () => {
    customers = [contoso, fabrikam];
    refusals.set(contoso, new EvergrantError('aadsts.7000229'));
    expect(await replacements.swap(profileId)).toMatchObject({ testedIn: fabrikam });
    expect(asked).toEqual([`certificate in ${contoso}`, `certificate in ${fabrikam}`]);
  });

  test('with the connector in no customer says so, and swaps nothing', async () => {
    refusals.set(fabrikam, new EvergrantError('aadsts.7000229'));
    await expect(replacements.swap(profileId)).rejects.toThrow('credential.nowhereToTest');
    expect(await inUse()).toEqual(old);
  });

  test('cannot be made without network, and swaps nothing then', async () => {
    refusals.set(
      fabrikam,
      new EvergrantError('network.offline', { params: { host: 'graph.example' } }),
    );
    await expect(replacements.swap(profileId)).rejects.toThrow('network.offline');
    expect(await inUse()).toEqual(old);
  });

  test('that is cancelled swaps nothing and records nothing', async () => {
    refusals.set(fabrikam, new CancelledError());
    await expect(replacements.swap(profileId)).rejects.toThrow('cancelled');
    expect(await inUse()).toEqual(old);
    expect(await lastLine()).toBeUndefined();
  });

  test('has nowhere to be made without customers: nothing is green that could be lost', async () => {
    customers = [];
    expect(await replacements.swap(profileId)).toMatchObject({ testedIn: null });
    expect(await inUse()).toMatchObject({ kind: 'certificate' });
  });
});

test('a file’s certificate waits under the name that it has', async () => {
  expect(await replacements.begin(profileId, sample)).toMatchObject({
    name: 'Directory connector',
    expiresAt: '2046-01-01T00:00:00.000Z',
  });
});

test('a secret is there already: it is tested and swapped at once, or refused', async () => {
  const next = nextCredential.parse({ kind: 'secret', value: 'quiet' });
  refusals.set(fabrikam, new EvergrantError('aadsts.7000215'));
  await expect(replacements.begin(profileId, next)).rejects.toThrow('aadsts.7000215');
  expect(await inUse()).toEqual(old);
  refusals.clear();
  expect(await replacements.begin(profileId, next)).toBeNull();
  expect(await inUse()).toEqual({ kind: 'secret', value: 'quiet', expiresAt: null });
  expect(JSON.stringify(await lastLine())).not.toContain('quiet');
});

test('the credential that is in use is no new one', async () => {
  const again = nextCredential.parse({ kind: 'secret', value: 'hush' });
  await expect(replacements.begin(profileId, again)).rejects.toThrow('credential.sameAgain');
});
