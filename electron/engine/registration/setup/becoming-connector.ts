import type { Cloud } from '../../clouds/cloud.ts';
import { connectorPermissions } from '../../connectors/reading-permissions.ts';
import { credentialOfPair } from '../keys/key-pairs.ts';
import type { KeyPairRecord, SetUpRecord } from '../store.ts';
import type { ReadyConnector } from './set-up-ports.ts';

/** The connector that a set-up becomes, for requests to Entra before the connector is stored. */
export function becomingConnector(
  { id, name, cloud: choice, createdAt }: SetUpRecord,
  clientId: string,
  cloud: Cloud,
  pair: KeyPairRecord,
): ReadyConnector {
  return {
    profile: {
      id,
      name,
      clientId,
      cloud: choice,
      owner: 'ours',
      requiredPermissions: connectorPermissions,
      landingPage: null,
      backend: null,
      createdAt,
    },
    cloud,
    credential: credentialOfPair(pair),
  };
}
