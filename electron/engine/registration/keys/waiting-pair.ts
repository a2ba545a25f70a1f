import type { ProfileStore } from '../../connectors/store.ts';
import type { KeyPairRecord, KeyPairStore } from '../store.ts';

/**
 * The key pair that is pending for the swap; null when there is none. A crash between swap and
 * clean-up can leave a pair that is already in use.
 */
export async function waitingPair(
  ports: {
    readonly store: Pick<ProfileStore, 'credential'>;
    readonly pairs: Pick<KeyPairStore, 'ofProfile'>;
  },
  profileId: string,
): Promise<KeyPairRecord | null> {
  const [[newest], current] = await Promise.all([
    ports.pairs.ofProfile(profileId),
    ports.store.credential(profileId),
  ]);
  const isInUse = current?.kind === 'certificate' && current.thumbprint === newest?.thumbprint;
  return newest === undefined || isInUse ? null : newest;
}

/** Discards the pending pair; false when there is none. */
export async function dropWaiting(
  pairs: Pick<KeyPairStore, 'ofProfile' | 'remove'>,
  profileId: string,
): Promise<boolean> {
  const all = await pairs.ofProfile(profileId);
  for (const { id } of all) await pairs.remove(id);
  return all.length > 0;
}
