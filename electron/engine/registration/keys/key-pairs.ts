import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { Clock, Random } from '../../kernel/ports.ts';
import type { CredentialRecord } from '../../connectors/store.ts';
import { certificateName, makeKeyPair } from './make-key-pair.ts';
import type { KeyPairRecord, KeyPairStore } from '../store.ts';

/**
 * Key pairs made on this computer, for the set-up of a connector and for the replacement of a
 * credential. They are stored in the ledger until they are in use, so a restart loses none. The
 * private key never leaves the engine.
 */
export interface KeyPairs {
  /** Makes a pair without storing it. */
  make(asked: {
    readonly connectorName: string;
    readonly profileId: string | null;
  }): Promise<KeyPairRecord>;
  /** Makes and stores a pair that will replace a connector's credential. */
  add(asked: {
    readonly connectorName: string;
    readonly profileId: string;
  }): Promise<KeyPairRecord>;
  /** Errors: `keyPair.unknown`. */
  get(keyPairId: string): Promise<KeyPairRecord>;
  /** Those pending to replace a connector's credential, newest first. */
  ofProfile(profileId: string): Promise<KeyPairRecord[]>;
  /** Deletes it once it is the credential or discarded. */
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
