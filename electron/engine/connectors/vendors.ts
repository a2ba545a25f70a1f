import type { Profile } from '../../contract/profile.ts';
import type { ConsentLinkReading } from '../../contract/vendor.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { Clouds } from '../clouds/clouds.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Links } from '../kernel/ports.ts';
import type { Profiles } from './profiles.ts';
import { readConsentLink } from './read-consent-link.ts';
import type { ProfileRecord, ProfileStore } from './store.ts';
import { checkReader } from './vendor-part.ts';

/** Operations that only apply to profiles whose registration belongs to a vendor. */
export interface Vendors {
  /** Reads a vendor's consent link, for a person to confirm. Errors: `consentLink.*`. */
  readConsentLink(link: string): Promise<ConsentLinkReading>;
  /**
   * Sets the reader of a vendor's profile; null: none. Errors: `profile.unknown`,
   * `profile.notAVendors`, `profile.readerNotOurs`, `profile.readerOtherCloud`.
   */
  setReader(profileId: string, readerId: string | null): Promise<Profile>;
  /** Opens the vendor's backend in the browser. Errors: `profile.noBackend`, `identity.browserNotOpened`. */
  openBackend(profileId: string): Promise<void>;
}

/** Makes the vendors' service. */
export function createVendors(ports: {
  readonly store: ProfileStore;
  readonly profiles: Pick<Profiles, 'get'>;
  readonly clouds: Clouds;
  readonly links: Pick<Links, 'open'>;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
}): Vendors {
  const { store } = ports;

  async function find(profileId: string): Promise<ProfileRecord> {
    const profile = await store.get(profileId);
    if (profile === null) throw new EvergrantError('profile.unknown', { params: { profileId } });
    return profile;
  }

  return {
    readConsentLink: async (link) => {
      const known = await store.list();
      return await readConsentLink(
        link,
        ports.clouds,
        known.map(({ cloud }) => cloud),
      );
    },
    setReader: async (profileId, readerId) => {
      const { name, owner, cloud } = await find(profileId);
      if (owner === 'ours') throw new EvergrantError('profile.notAVendors', { params: { name } });
      checkReader(readerId, cloud, await store.list());
      await store.setReader(profileId, readerId);
      const changed = await ports.profiles.get(profileId);
      const reader = changed.vendor?.reader?.name ?? '';
      await ports.activity.record({
        action: 'readerChanged',
        result: reader === '' ? 'noReader' : 'reader',
        profileId,
        params: { name, reader },
      });
      ports.changes.publish({ topic: 'profiles', tenantId: null });
      return changed;
    },
    openBackend: async (profileId) => {
      const { name, backend } = await find(profileId);
      const address = backend?.address ?? null;
      if (address === null) throw new EvergrantError('profile.noBackend', { params: { name } });
      try {
        await ports.links.open(address);
      } catch (error) {
        throw new EvergrantError('identity.browserNotOpened', { retry: 'now', cause: error });
      }
    },
  };
}
