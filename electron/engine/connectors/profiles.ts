import type { newProfile, Profile, profileEdit } from '../../contract/profile.ts';
import type { z } from 'zod';
import type { Activity } from '../kernel/activity/activity.ts';
import type { Cloud, CloudChoice } from '../clouds/cloud.ts';
import type { Clouds } from '../clouds/clouds.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { given } from '../kernel/given.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Clock, Millis, Random } from '../kernel/ports.ts';
import { readCredential } from './credentials/credential-input.ts';
import { requiredPermissions } from './required-permissions.ts';
import type { CredentialRecord, ProfileRecord, ProfileStore } from './store.ts';
import { isSameCloud, presentVendor, vendorPartOf } from './vendor-part.ts';

/** Connector profiles: what Evergrant knows of each connector. */
export interface Profiles {
  list(): Promise<Profile[]>;
  /** Errors: `profile.unknown`. */
  get(profileId: string): Promise<Profile>;
  /**
   * Errors: `profile.already`, `profile.permissionMayWrite`, `credential.*`, `cloud.*`; for a
   * vendor's also `profile.vendorCredential`, `profile.reader*`, `consentLink.*`.
   */
  add(profile: z.output<typeof newProfile>): Promise<Profile>;
  /** Changes what is given, and nothing else. Errors: `profile.unknown`. */
  edit(changes: z.output<typeof profileEdit>): Promise<Profile>;
  /** Errors: `profile.unknown`, `profile.inUse` with the number of customers, `profile.isReader`. */
  remove(profileId: string): Promise<void>;
  /** A profile ready for use. Errors: `profile.unknown`, `cloud.*`. */
  connector(profileId: string): Promise<ReadyProfile>;
  /** A profile with its credential as they are kept, read once. Errors: `profile.unknown`. */
  kept(profileId: string): Promise<KeptProfile>;
  /** What `connector` answers, of a profile that was read already. Errors: `cloud.*`. */
  ready(kept: KeptProfile): Promise<ReadyProfile>;
  /** What `get` answers, of a profile that was read already. */
  present(kept: KeptProfile): Promise<Profile>;
}

/** A profile with its credential. */
export interface KeptProfile {
  readonly profile: ProfileRecord;
  readonly credential: CredentialRecord | null;
}

/** A profile ready for use. */
export interface ReadyProfile extends KeptProfile {
  readonly cloud: Cloud;
}

/** Makes the profiles' service. `countTenants` tells how many customers a profile has. */
export function createProfiles(ports: {
  readonly store: ProfileStore;
  readonly clouds: Clouds;
  /** Drops what a removed connector has signed in and is still in memory. */
  readonly dropSignIns?: (profileId: string) => void;
  readonly countTenants: (profileId: string) => Promise<number>;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
}): Profiles {
  const { store, clouds, clock } = ports;

  async function find(profileId: string): Promise<ProfileRecord> {
    const profile = await store.get(profileId);
    if (profile === null) throw new EvergrantError('profile.unknown', { params: { profileId } });
    return profile;
  }

  async function kept(profileId: string): Promise<KeptProfile> {
    const [profile, credential] = await Promise.all([find(profileId), store.credential(profileId)]);
    return { profile, credential };
  }

  const ready = async (known: KeptProfile): Promise<ReadyProfile> => ({
    ...known,
    cloud: await clouds.resolve(known.profile.cloud),
  });

  const presentRecord = async (profile: ProfileRecord): Promise<Profile> =>
    present({ profile, credential: await store.credential(profile.id) });

  async function present({ profile, credential }: KeptProfile): Promise<Profile> {
    return {
      id: profile.id,
      name: profile.name,
      clientId: profile.clientId,
      cloud: profile.cloud.kind,
      cloudLabel: await labelOf(profile.cloud),
      pages: await pagesOf(profile.cloud),
      owner: profile.owner,
      ...(profile.vendor && { vendor: presentVendor(profile.vendor, await readerOf(profile)) }),
      requiredPermissions: [...profile.requiredPermissions],
      landingPage: profile.landingPage,
      backend: profile.backend,
      credential: credential && {
        kind: credential.kind,
        thumbprint: credential.kind === 'certificate' ? credential.thumbprint : null,
        expiresAt: isoOrNull(credential.expiresAt),
      },
      createdAt: new Date(profile.createdAt).toISOString(),
    };
  }

  async function readerOf({ vendor }: ProfileRecord): Promise<ProfileRecord | null> {
    const readerId = vendor?.readerId ?? null;
    return readerId === null ? null : await store.get(readerId);
  }

  /** A custom cloud whose file is gone is still listed, by its file. */
  async function labelOf(choice: CloudChoice): Promise<string> {
    try {
      return (await clouds.resolve(choice)).label;
    } catch (error) {
      if (!(error instanceof EvergrantError) || choice.kind !== 'custom') throw error;
      return choice.file;
    }
  }

  /** A custom cloud has no portal and no explanations of Microsoft's. */
  async function pagesOf(choice: CloudChoice): Promise<Profile['pages']> {
    if (choice.kind === 'custom') return { portal: null, explanations: null };
    const { portalBaseUrl, authorityBaseUrl } = await clouds.resolve(choice);
    return { portal: portalBaseUrl, explanations: authorityBaseUrl };
  }

  return {
    list: async () => Promise.all((await store.list()).map(presentRecord)),
    get: async (profileId) => present(await kept(profileId)),
    add: async (asked) => {
      const now = clock.now();
      const required = requiredPermissions(asked.requiredPermissions);
      const known = await store.list();
      const vendor = await vendorPartOf(asked, clouds, known);
      const credential = asked.credential && readCredential(asked.credential, now);
      await clouds.resolve(asked.cloud);
      const same = known.find(
        (one) => one.clientId === asked.clientId && isSameCloud(one.cloud, asked.cloud),
      );
      if (same) throw new EvergrantError('profile.already', { params: { name: same.name } });
      const profile: ProfileRecord = {
        id: ports.random.guid(),
        name: asked.name,
        clientId: asked.clientId,
        cloud: asked.cloud,
        owner: vendor === null ? 'ours' : 'vendor',
        ...(vendor && { vendor }),
        requiredPermissions: required,
        landingPage: asked.landingPage,
        backend: asked.backend,
        createdAt: now,
      };
      await store.add(profile, credential);
      await ports.activity.record({
        action: 'profileAdded',
        result: profile.owner,
        profileId: profile.id,
        params: { name: profile.name },
      });
      ports.changes.publish({ topic: 'profiles', tenantId: null });
      return present({ profile, credential });
    },
    edit: async ({ profileId, ...changes }) => {
      const before = await find(profileId);
      const { name, landingPage, backend } = { ...before, ...given(changes) };
      await store.edit(profileId, { name, landingPage, backend });
      await ports.activity.record({
        action: 'profileEdited',
        result: before.owner,
        profileId,
        params: { name },
      });
      ports.changes.publish({ topic: 'profiles', tenantId: null });
      return presentRecord({ ...before, name, landingPage, backend });
    },
    remove: async (profileId) => {
      const profile = await find(profileId);
      const customers = await ports.countTenants(profileId);
      if (customers > 0) {
        throw new EvergrantError('profile.inUse', { params: { name: profile.name, customers } });
      }
      const watched = (await store.list()).filter((one) => one.vendor?.readerId === profileId);
      if (watched.length > 0) {
        const vendors = watched.map(({ name }) => name).join(', ');
        throw new EvergrantError('profile.isReader', { params: { name: profile.name, vendors } });
      }
      await store.remove(profileId);
      await ports.activity.record({
        action: 'profileRemoved',
        result: profile.owner,
        profileId,
        params: { name: profile.name },
      });
      ports.dropSignIns?.(profileId);
      ports.changes.publish({ topic: 'profiles', tenantId: null });
      ports.changes.publish({ topic: 'accounts', tenantId: null });
    },
    connector: async (profileId) => ready(await kept(profileId)),
    kept,
    ready,
    present,
  };
}

function isoOrNull(moment: Millis | null): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}
