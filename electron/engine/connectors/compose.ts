import { createClouds } from '../clouds/clouds.ts';
import type { Clouds } from '../clouds/clouds.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { Ports } from '../kernel/ports.ts';
import { createProfileFiles } from './profile-files.ts';
import type { ProfileFiles } from './profile-files.ts';
import { createProfiles } from './profiles.ts';
import type { Profiles } from './profiles.ts';
import { createReaders } from './readers.ts';
import type { Readers } from './readers.ts';
import type { ProfileStore } from './store.ts';
import { createVendors } from './vendors.ts';
import type { Vendors } from './vendors.ts';

/** The connectors, their clouds, and the reader of each customer. */
export interface ConnectorsRoom {
  readonly clouds: Clouds;
  readonly profiles: Profiles;
  readonly profileFiles: ProfileFiles;
  readonly vendors: Vendors;
  readonly readers: Readers;
}

export interface ConnectorsPorts {
  readonly host: Pick<Ports, 'links' | 'practice' | 'readFile'>;
  readonly kernel: Pick<Kernel, 'clock' | 'random' | 'changes' | 'activity' | 'files'>;
  readonly store: { readonly profiles: ProfileStore };
  /** Calls to services that are created after this one. */
  readonly later: () => {
    readonly tenants: {
      get(tenantId: string): Promise<{ readonly profileId: string }>;
      countOfProfile(profileId: string): Promise<number>;
    };
    readonly identity: { dropProfile(profileId: string): void };
  };
}

/** Makes the connectors' services. */
export function composeConnectors(ports: ConnectorsPorts): ConnectorsRoom {
  const { host, kernel, later } = ports;
  const { links, practice } = host;
  const store = ports.store.profiles;
  const clouds = createClouds(host);
  const profiles = createProfiles({
    ...kernel,
    store,
    clouds,
    countTenants: (profileId) => later().tenants.countOfProfile(profileId),
    dropSignIns: (profileId) => later().identity.dropProfile(profileId),
  });
  return {
    clouds,
    profiles,
    profileFiles: createProfileFiles({ ...kernel, store, profiles, clouds, practice }),
    vendors: createVendors({ ...kernel, store, profiles, clouds, links }),
    readers: createReaders({
      profileIdOf: async (tenantId) => (await later().tenants.get(tenantId)).profileId,
      readerId: async (profileId) => (await store.get(profileId))?.vendor?.readerId ?? null,
      connector: (profileId) => profiles.connector(profileId),
    }),
  };
}
