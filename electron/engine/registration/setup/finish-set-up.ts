import { newProfile } from '../../../contract/profile.ts';
import type { Profile } from '../../../contract/profile.ts';
import type { Clouds } from '../../clouds/clouds.ts';
import type { Profiles } from '../../connectors/profiles.ts';
import type { Clock } from '../../kernel/ports.ts';
import type { KeyPairs } from '../keys/key-pairs.ts';
import type { SetUpRecord, SetUpStore } from '../store.ts';
import { becomingConnector } from './becoming-connector.ts';
import { refuseUnknownId } from './refuse-unknown-id.ts';
import type { SetUpIdentity, SetUpTenants } from './set-up-ports.ts';

/** What finishing a set-up uses. */
export interface FinishPorts {
  readonly store: Pick<SetUpStore, 'setHome' | 'remove'>;
  readonly keyPairs: Pick<KeyPairs, 'get'>;
  readonly profiles: Pick<Profiles, 'add'>;
  readonly clouds: Clouds;
  readonly tenants: SetUpTenants;
  readonly identity: Pick<SetUpIdentity, 'appToken' | 'forget'>;
  readonly clock: Clock;
}

/**
 * Turns a set-up into a connector, and the MSP's own tenant into a customer unless it is one already.
 * Returns the connector. Errors: `setUp.applicationUnknown`, `profile.already`, `cloud.*`,
 * `network.*`.
 */
export async function finishSetUp(
  ports: FinishPorts,
  setUp: SetUpRecord,
  clientId: string,
  signal?: AbortSignal,
): Promise<Profile> {
  const { store, keyPairs, tenants, identity } = ports;
  const { tenantId } = setUp;
  try {
    const cloud = await ports.clouds.resolve(setUp.cloud);
    const trial = await keyPairs.get(setUp.keyPairId);
    await refuseUnknownId(ports, becomingConnector(setUp, clientId, cloud, trial), setUp, signal);
  } finally {
    await identity.forget(setUp.id, tenantId);
  }
  const pair = await keyPairs.get(setUp.keyPairId);
  const profile = await ports.profiles.add(
    newProfile.parse({
      name: setUp.name,
      clientId,
      cloud: setUp.cloud,
      credential: { kind: 'certificate', pem: pair.privateKeyPem + pair.certificatePem },
    }),
  );
  const profileId = profile.id;
  await store.setHome(profileId, tenantId);
  await store.remove(setUp.id);
  if ((await tenants.profileOf(tenantId)) === null) {
    await tenants.add({ domainOrId: tenantId, profileId });
  }
  return profile;
}
