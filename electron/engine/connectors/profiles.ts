import type { newProfile, Profile, profileEdit } from '../../contract/profile.ts';
import type { z } from 'zod';
import type { Activity } from '../kernel/activity/activity.ts';
import type { Cloud } from '../clouds/cloud.ts';
import type { Clouds } from '../clouds/clouds.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { given } from '../kernel/given.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Clock, Random } from '../kernel/ports.ts';
import { checkNewProfile } from './check-new-profile.ts';
import { presentProfile } from './present-profile.ts';
import type { CredentialRecord, ProfileRecord, ProfileStore } from './store.ts';

/** Connector profiles: Evergrant's data about each connector. */
export interface Profiles {
  list(): Promise<Profile[]>;
  /** Errors: `profile.unknown`. */
  get(profileId: string): Promise<Profile>;
  /**
   * Errors: `profile.already`, `profile.permissionMayWrite`, `credential.*`, `cloud.*`; for a
   * vendor's also `profile.vendorCredential`, `profile.reader*`, `consentLink.*`.
   */
  add(profile: z.output<typeof newProfile>): Promise<Profile>;
  /** Changes only the given properties. Errors: `profile.unknown`. */
  edit(changes: z.output<typeof profileEdit>): Promise<Profile>;
  /** Errors: `profile.unknown`, `profile.inUse` with the number of customers, `profile.isReader`. */
  remove(profileId: string): Promise<void>;
  /** A profile ready for use. Errors: `profile.unknown`, `cloud.*`. */
  connector(profileId: string): Promise<ReadyProfile>;
  /** A stored profile and its credential, from one read. Errors: `profile.unknown`. */
  kept(profileId: string): Promise<KeptProfile>;
  /** As `connector`, for a profile that was already read. Errors: `cloud.*`. */
  ready(kept: KeptProfile): Promise<ReadyProfile>;
  /** As `get`, for a profile that was already read. */
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

interface ProfilePorts {
  readonly store: ProfileStore;
  readonly clouds: Clouds;
  /** Removes a deleted connector's sign-ins from memory. */
  readonly dropSignIns?: (profileId: string) => void;
  /** The number of customers of a profile. */
  readonly countTenants: (profileId: string) => Promise<number>;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
}

/** Makes the profiles' service. */
export function createProfiles(ports: ProfilePorts): Profiles {
  const { store, clouds } = ports;

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

  async function present({ profile, credential }: KeptProfile): Promise<Profile> {
    const readerId = profile.vendor?.readerId ?? null;
    const reader = readerId === null ? null : await store.get(readerId);
    return presentProfile(profile, credential, reader, clouds);
  }

  const presentRecord = async (profile: ProfileRecord): Promise<Profile> =>
    present({ profile, credential: await store.credential(profile.id) });

  /** Records what happened to a profile, and announces the change to screens. */
  async function announce(
    action: 'profileAdded' | 'profileEdited' | 'profileRemoved',
    { id: profileId, owner: result, name }: ProfileRecord,
  ): Promise<void> {
    await ports.activity.record({ action, result, profileId, params: { name } });
    ports.changes.publish({ topic: 'profiles', tenantId: null });
  }

  return {
    list: async () => Promise.all((await store.list()).map(presentRecord)),
    get: async (profileId) => present(await kept(profileId)),
    add: async (asked) => {
      const now = ports.clock.now();
      const checked = await checkNewProfile(asked, await store.list(), clouds, now);
      const profile = { id: ports.random.guid(), ...checked.profile };
      await store.add(profile, checked.credential);
      await announce('profileAdded', profile);
      return present({ profile, credential: checked.credential });
    },
    edit: async ({ profileId, ...changes }) => {
      const before = await find(profileId);
      const { name, landingPage, backend } = { ...before, ...given(changes) };
      await store.edit(profileId, { name, landingPage, backend });
      const after = { ...before, name, landingPage, backend };
      await announce('profileEdited', after);
      return presentRecord(after);
    },
    remove: async (profileId) => {
      const profile = await find(profileId);
      await refuseInUse(ports, profile);
      await store.remove(profileId);
      await announce('profileRemoved', profile);
      ports.dropSignIns?.(profileId);
      ports.changes.publish({ topic: 'accounts', tenantId: null });
    },
    connector: async (profileId) => ready(await kept(profileId)),
    kept,
    ready,
    present,
  };
}

/** Errors: `profile.inUse` with the number of customers, `profile.isReader`. */
async function refuseInUse(
  { store, countTenants }: Pick<ProfilePorts, 'store' | 'countTenants'>,
  { id, name }: ProfileRecord,
): Promise<void> {
  const customers = await countTenants(id);
  if (customers > 0) throw new EvergrantError('profile.inUse', { params: { name, customers } });
  const watched = (await store.list()).filter(({ vendor }) => vendor?.readerId === id);
  if (watched.length > 0) {
    const vendors = watched.map((one) => one.name).join(', ');
    throw new EvergrantError('profile.isReader', { params: { name, vendors } });
  }
}
