import type { Configuration } from '@azure/msal-node';
import { createHash } from 'node:crypto';
import type { Cloud } from '../clouds/cloud.ts';
import type { Connector } from './identity.ts';
import type { MsalNetwork } from './msal-network.ts';

/**
 * The authority of one tenant. App-only tokens require the tenant ID; `organizations` is refused for them.
 */
export function authorityOf(cloud: Cloud, tenantId: string): string {
  return `${cloud.authorityBaseUrl}/${tenantId}`;
}

/**
 * The configuration shared by all MSAL apps of a cloud. A custom cloud's authority must be listed as known,
 * with its port, or MSAL asks Microsoft's worldwide cloud about it. National clouds are listed too, although
 * MSAL's own list contains them today.
 */
export function msalConfiguration(
  connector: Connector,
  authority: string,
  network: MsalNetwork,
): Configuration {
  const { cloud, profile } = connector;
  return {
    auth: {
      clientId: profile.clientId,
      authority,
      ...(cloud.name !== 'global' && { knownAuthorities: [new URL(cloud.authorityBaseUrl).host] }),
    },
    system: { networkClient: network.moduleFor(cloud), disableInternalRetries: true },
  };
}

/**
 * Identifies a connector's settings, to detect whether an app in memory is outdated: a custom cloud's address
 * and the credential may change.
 */
export function fingerprint({ profile, cloud, credential }: Connector): string {
  const parts = [profile.clientId, cloud.authorityBaseUrl, cloud.caPem ?? null, credential];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
