import { beforeEach, describe, expect, test } from 'vitest';
import { createRooms } from '../../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../../test/support/engine-rooms.ts';
import { newProfile } from '../../../contract/profile.ts';
import { createClouds } from '../../clouds/clouds.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { createProfiles } from '../../connectors/profiles.ts';
import type { Profiles } from '../../connectors/profiles.ts';
import { createKeyPairs } from '../keys/key-pairs.ts';
import type { ReadyConnector } from './set-up-ports.ts';
import { createSetUps } from './set-ups.ts';
import type { SetUps } from './set-ups.ts';

const contoso = 'cccccccc-0000-4000-8000-000000000000';
const clientId = '22222222-0000-4000-8000-000000000000';
const asked = { name: 'Acme Shield', cloud: { kind: 'global' }, home: 'contoso.example' } as const;

let rooms: Rooms;
let profiles: Profiles;
let setUps: SetUps;
/** Entra's answers to token requests, in order; after the last one, every request gets a token. */
let refusals: EvergrantError[];
let askedWith: ReadyConnector[];
/** Customers by tenant ID, with their connector. */
let customers: Map<string, string>;
let saved: Map<string, string | Uint8Array>;
let opened: string[];
let forgotten: string[];

beforeEach(() => {
  rooms = createRooms();
  refusals = [];
  askedWith = [];
  customers = new Map();
  saved = new Map();
  opened = [];
  forgotten = [];
  const clouds = createClouds({ readFile: () => Promise.reject(new Error('no file')) });
  profiles = createProfiles({
    ...rooms,
    store: rooms.ledger.profiles,
    clouds,
    countTenants: () => Promise.resolve(0),
  });
  setUps = createSetUps({
    ...rooms,
    store: rooms.ledger.setUps,
    keyPairs: createKeyPairs({ ...rooms, store: rooms.ledger.keyPairs, computer: 'LAPTOP-7' }),
    profiles,
    clouds,
    tenants: {
      add: async ({ domainOrId, profileId }) => void customers.set(domainOrId, profileId),
      profileOf: async (tenantId) => customers.get(tenantId) ?? null,
    },
    identity: {
      refusesRedirect: async () => false,
      discover: async (_cloud, domain) => {
        if (domain === 'contoso.example') return { tenantId: contoso };
        throw new EvergrantError('tenant.notFound', { params: { input: 'x' } });
      },
      appToken: async (connector) => {
        askedWith.push(connector);
        const refusal = refusals.shift();
        if (refusal) throw refusal;
        return { token: 'app' };
      },
      delegatedToken: async () => null,
      forget: async (id) => void forgotten.push(id),
    },
    graphs: {
      withToken: () => ({
        get: () =>
          Promise.reject(
            new EvergrantError('graph.Authorization_RequestDenied', { raw: { httpStatus: 403 } }),
          ),
      }),
    },
    links: {
      open: async (url) => void opened.push(url),
    },
    files: {
      save: async ({ name, content }) => {
        saved.set(name, content);
        return { download: null, path: `/saved/${name}` };
      },
    },
  });
});

describe('a set-up', () => {
  test('begins with a key pair whose private half stays in the engine', async () => {
    const setUp = await setUps.begin(asked);
    expect(setUp).toMatchObject({
      name: 'Acme Shield',
      tenantId: contoso,
      redirectUri: 'http://localhost',
      certificate: { name: 'Acme Shield on LAPTOP-7' },
    });
    expect(setUp.scripts.map(({ kind }) => kind)).toEqual([
      'azureCliBash',
      'azureCliPowerShell',
      'graphPowerShell',
    ]);
    expect(setUp.permissions).toHaveLength(3);
    expect(JSON.stringify(setUp)).not.toContain('PRIVATE KEY');
    const activity = await rooms.activity.list({ tenantId: null, before: null, limit: 1 });
    expect(activity[0]).toMatchObject({ action: 'setUpBegun' });
    expect(JSON.stringify(activity)).not.toContain('BEGIN');
  });

  test('in a tenant that cannot be found does not begin', async () => {
    await expect(setUps.begin({ ...asked, home: 'nowhere.example' })).rejects.toThrow(
      'tenant.notFound',
    );
    expect(await setUps.list()).toEqual([]);
  });

  test('is told from another of the same name, and given up alone', async () => {
    const one = await setUps.begin(asked);
    const other = await setUps.begin(asked);
    expect(one.certificate.portalThumbprint).not.toBe(other.certificate.portalThumbprint);
    await setUps.giveUp(one.id);
    expect((await setUps.list()).map(({ id }) => id)).toEqual([other.id]);
    await expect(setUps.giveUp(one.id)).rejects.toThrow('setUp.unknown');
  });

  test('saves the certificate, and no key with it', async () => {
    const { id, certificate } = await setUps.begin(asked);
    const { path } = await setUps.saveCertificate(id);
    expect(path).toBe('/saved/evergrant-Acme-Shield-on-LAPTOP-7.cer');
    expect([...saved.values()]).toEqual([certificate.pem]);
  });
});

test('pages of the portal are opened in the own tenant, by ids alone', async () => {
  const { id } = await setUps.begin(asked);
  await setUps.openPage({ setUpId: id, page: 'create' });
  const {
    profile: { id: profileId },
  } = await setUps.finish({ setUpId: id, clientId });
  await setUps.openPage({ profileId, page: 'certificates' });
  const view = `https://entra.microsoft.com/${contoso}/#view/Microsoft_AAD_RegisteredApps`;
  expect(opened).toEqual([
    `${view}/CreateApplicationBlade/quickStartType~/null/isMSAApp~/false`,
    `${view}/ApplicationMenuBlade/~/Credentials/appId/${clientId}`,
  ]);
});

describe('its end', () => {
  test('is a connector with the key pair for its credential, and the own tenant a customer', async () => {
    const setUp = await setUps.begin(asked);
    const {
      profile: { id: profileId },
      tenantId,
    } = await setUps.finish({ setUpId: setUp.id, clientId });
    expect(tenantId).toBe(contoso);
    expect(customers.get(contoso)).toBe(profileId);
    const { credential, profile } = await profiles.connector(profileId);
    expect(profile).toMatchObject({ name: 'Acme Shield', clientId });
    expect(credential).toMatchObject({ certificatePem: setUp.certificate.pem });
    expect(askedWith[0]?.credential).toEqual(credential);
    expect(await setUps.list()).toEqual([]);
    expect(forgotten).toEqual([setUp.id]);
  });

  test('waits for Entra to hear of a registration that was made just now', async () => {
    const { id } = await setUps.begin(asked);
    refusals = [new EvergrantError('aadsts.700016'), new EvergrantError('aadsts.700016')];
    const finishing = setUps.finish({ setUpId: id, clientId });
    await rooms.clock.advance(10_000);
    expect((await finishing).tenantId).toBe(contoso);
    expect(askedWith).toHaveLength(3);
  });

  test('is refused for an id that Entra does not know, and the set-up stays', async () => {
    const { id } = await setUps.begin(asked);
    refusals = Array.from({ length: 9 }, () => new EvergrantError('aadsts.700016'));
    const [, refusal] = await Promise.all([
      rooms.clock.advance(60_000),
      setUps.finish({ setUpId: id, clientId }).catch((error: unknown) => error),
    ]);
    expect(refusal).toMatchObject({
      code: 'setUp.applicationUnknown',
      params: { clientId, home: 'contoso.example' },
    });
    expect(await setUps.list()).toHaveLength(1);
    expect(await profiles.list()).toEqual([]);
  });

  test('leaves a certificate that was not uploaded to the check', async () => {
    const { id } = await setUps.begin(asked);
    refusals = [new EvergrantError('aadsts.700027')];
    await setUps.finish({ setUpId: id, clientId });
    expect(await profiles.list()).toHaveLength(1);
  });

  test('leaves the own tenant with the connector that it has', async () => {
    customers.set(contoso, 'another');
    const { id } = await setUps.begin(asked);
    const {
      profile: { id: profileId },
    } = await setUps.finish({ setUpId: id, clientId });
    expect(customers.get(contoso)).toBe('another');
    expect((await setUps.check({ profileId })).grant).toBe('inPortal');
  });
});

describe('the check', () => {
  test('knows from the set-up where the registration lives', async () => {
    const { id } = await setUps.begin(asked);
    const {
      profile: { id: profileId },
    } = await setUps.finish({ setUpId: id, clientId });
    const report = await setUps.check({ profileId });
    expect(report).toMatchObject({ tenantId: contoso, ready: false, grant: 'here' });
    expect(report.pages.authentication).toBe(
      `https://entra.microsoft.com/${contoso}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Authentication/appId/${clientId}`,
    );
  });

  test('asks where a registration lives that was made elsewhere', async () => {
    const { id: profileId } = await profiles.add(
      newProfile.parse({ name: 'Older', clientId, cloud: { kind: 'global' } }),
    );
    await expect(setUps.check({ profileId })).rejects.toThrow('setUp.homeUnknown');
    expect((await setUps.check({ profileId, home: 'contoso.example' })).tenantId).toBe(contoso);
  });
});
