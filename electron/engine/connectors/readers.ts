import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Profiles } from './profiles.ts';

/** A connector ready for use. */
type Ready = Awaited<ReturnType<Profiles['connector']>>;

/** The connector that reads a tenant: the tenant's own, or the reader chosen for the vendor's connector. */
export type Reading =
  | { readonly kind: 'own'; readonly connector: Ready }
  /** `reader` is null when none is chosen. */
  | { readonly kind: 'vendors'; readonly connector: Ready; readonly reader: Ready | null };

/** Finds the connector that reads a tenant. */
export interface Readers {
  /** The connector that reads the tenants of `profileId`. Errors: `profile.unknown`, `cloud.*`. */
  reading(profileId: string): Promise<Reading>;
  /** The same by tenant. Errors: as `reading`, `tenant.unknown`. */
  readingOf(tenantId: string): Promise<Reading>;
  /** The connector that reads a tenant's directory. Errors: as `readingOf`, `grant.noReader`. */
  connectorOf(tenantId: string): Promise<Ready>;
  /** The reader of a tenant whose connector is a vendor's. Errors: as `readingOf`, `grant.noReader`. */
  readerOf(tenantId: string): Promise<Ready>;
  /** The profiles that can have tokens for the tenants of a connector: its own first. */
  profileIdsOf(profileId: string): Promise<readonly string[]>;
}

/** The reader of a vendor's connector. Errors: `grant.noReader`. */
export function readerIn(reading: Reading): Ready {
  const reader = reading.kind === 'own' ? null : reading.reader;
  if (reader === null) throw new EvergrantError('grant.noReader');
  return reader;
}

/** Makes the service. `profileIdOf` returns a tenant's connector. */
export function createReaders(ports: {
  readonly profileIdOf: (tenantId: string) => Promise<string>;
  /** The profile of a connector's reader; null when it has none. */
  readonly readerId: (profileId: string) => Promise<string | null>;
  readonly connector: (profileId: string) => Promise<Ready>;
}): Readers {
  async function reading(profileId: string): Promise<Reading> {
    const connector = await ports.connector(profileId);
    if (connector.profile.owner === 'ours') return { kind: 'own', connector };
    const readerId = await ports.readerId(connector.profile.id);
    const reader = readerId === null ? null : await ports.connector(readerId);
    return { kind: 'vendors', connector, reader };
  }

  const readingOf = async (tenantId: string): Promise<Reading> =>
    reading(await ports.profileIdOf(tenantId));

  return {
    reading,
    readingOf,
    connectorOf: async (tenantId) => {
      const found = await readingOf(tenantId);
      return found.kind === 'own' ? found.connector : readerIn(found);
    },
    readerOf: async (tenantId) => readerIn(await readingOf(tenantId)),
    profileIdsOf: async (profileId) => {
      const readerId = await ports.readerId(profileId);
      return readerId === null ? [profileId] : [profileId, readerId];
    },
  };
}
