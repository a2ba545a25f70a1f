import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { Clock, Random } from '../../kernel/ports.ts';
import type { CredentialRecord } from '../../connectors/store.ts';
import { certificateName, makeKeyPair } from './make-key-pair.ts';
import type { KeyPairRecord, KeyPairStore } from '../store.ts';

/**
 * Key pairs that are made on this computer, for a connector that is being set up and for the
 * replacement of a credential. Kept in the ledger until they are in use, so that a restart loses
 * none; the private key never leaves the engine.
 */
export interface KeyPairs {
  /** A new pair, not kept yet. */
  make(asked: {
    readonly connectorName: string;
    readonly profileId: string | null;
  }): Promise<KeyPairRecord>;
  /** Makes one that is meant to replace a connector's credential, and keeps it. */
  add(asked: {
    readonly connectorName: string;
    readonly profileId: string;
  }): Promise<KeyPairRecord>;
  /** Errors: `keyPair.unknown`. */
  get(keyPairId: string): Promise<KeyPairRecord>;
  /** Those that wait to replace a connector's credential, the newest first. */
  ofProfile(profileId: string): Promise<KeyPairRecord[]>;
  /** Deletes it: it is the credential by now, or given up. */
  remove(keyPairId: string): Promise<void>;
}

/** Makes the service. `computer` is this computer's name. */
export function createKeyPairs(ports: {
  readonly store: KeyPairStore;
  readonly computer: string;
  readonly clock: Clock;
  readonly random: Random;
}): KeyPairs {
  const { store, clock, random } = ports;

  const make: KeyPairs['make'] = async ({ connectorName, profileId }) => {
    const now = clock.now();
    const name = certificateName(connectorName, ports.computer);
    const pair = await makeKeyPair({ now, random }, name);
    return { id: random.guid(), profileId, createdAt: now, ...pair };
  };

  return {
    make,
    add: async (asked) => {
      const pair = await make(asked);
      await store.add(pair);
      return pair;
    },
    get: async (keyPairId) => {
      const pair = await store.get(keyPairId);
      if (pair === null) throw new EvergrantError('keyPair.unknown', { params: { keyPairId } });
      return pair;
    },
    ofProfile: (profileId) => store.ofProfile(profileId),
    remove: (keyPairId) => store.remove(keyPairId),
  };
}

/** The pair as the credential that it becomes. */
export function credentialOfPair(
  pair: KeyPairRecord,
): Extract<CredentialRecord, { kind: 'certificate' }> {
  const { certificatePem, privateKeyPem, thumbprint, expiresAt } = pair;
  return { kind: 'certificate', certificatePem, privateKeyPem, thumbprint, expiresAt };
}
