import type { Readers } from '../connectors/readers.ts';
import type { TenantTokens } from '../tenants/forgetting.ts';
import type { Connector, Identity } from './identity.ts';

/** Handles all tokens for a customer: those of its connector, and of the reader that checks it. */
export function createTenantTokens(ports: {
  readonly identity: Pick<Identity, 'account' | 'staying' | 'forget'>;
  readonly connector: (profileId: string) => Promise<Connector>;
  readonly readers: Pick<Readers, 'profileIdsOf'>;
}): TenantTokens {
  const { identity } = ports;
  return {
    account: async ({ tenantId, profileId }) =>
      identity.account(await ports.connector(profileId), tenantId),
    staying: (profileId, tenantId) => identity.staying(profileId, tenantId),
    forget: async (profileId, tenantId) => {
      for (const id of await ports.readers.profileIdsOf(profileId)) {
        await identity.forget(id, tenantId);
      }
    },
  };
}
