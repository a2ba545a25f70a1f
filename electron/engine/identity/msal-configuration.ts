import type { Configuration } from '@azure/msal-node';
import { createHash } from 'node:crypto';
import type { Cloud } from '../clouds/cloud.ts';
import type { Connector } from './identity.ts';
import type { MsalNetwork } from './msal-network.ts';

/** The authority of one tenant. App-only tokens need the tenant id; `organizations` is refused there. */
export function authorityOf(cloud: Cloud, tenantId: string): string {
  return `${cloud.authorityBaseUrl}/${tenantId}`;
}

/**
 * What every MSAL app of a cloud has in common. A custom cloud's authority must be named as known, with
 * its port, or MSAL asks Microsoft's worldwide cloud about it; so are those of national clouds, although
 * MSAL has them in its own list today.
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

/** Tells whether an app in memory still fits its connector: a custom cloud's address and the credential may change. */
export function fingerprint({ profile, cloud, credential }: Connector): string {
  const parts = [profile.clientId, cloud.authorityBaseUrl, cloud.caPem ?? null, credential];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
