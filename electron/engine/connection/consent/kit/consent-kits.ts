import { z } from 'zod';
import type { ConsentKit } from '../../../../contract/consent-kit.ts';
import type { GraphFactory } from '../../../graph/graph.ts';
import type { Connector } from '../../../identity/identity.ts';
import type { Clock } from '../../../kernel/ports.ts';
import { presentTenant } from '../../../tenants/tenants.ts';
import type { Tenants } from '../../../tenants/tenants.ts';
import type { Grants } from '../../grants.ts';
import { createLookUp } from '../../test/look-up.ts';
import { quickly } from '../../test/tenant-reads.ts';
import { kitLink } from './kit-link.ts';

/** What a customer's administrator needs to consent on another computer. */
export interface ConsentKits {
  /** Works offline, but then without what Microsoft's page shows. Errors: `tenant.unknown`, `cloud.*`. */
  of(tenantId: string, signal?: AbortSignal): Promise<ConsentKit>;
}

const principal = z.object({
  appDisplayName: z.string().nullable(),
  verifiedPublisher: z.object({ displayName: z.string().nullable() }).nullable(),
});

/** Makes the kits. */
export function createConsentKits(ports: {
  readonly tenants: Pick<Tenants, 'get' | 'list'>;
  readonly connector: (profileId: string) => Promise<Connector>;
  readonly grants: Pick<Grants, 'statuses'>;
  readonly graphs: Pick<GraphFactory, 'appOnly'>;
  readonly offline: () => boolean;
  readonly clock: Clock;
}): ConsentKits {
  /** How the connector is registered, from any tenant where it can read: it is the same everywhere. */
  async function shownAs(
    connector: Connector,
    signal: AbortSignal | undefined,
  ): Promise<ConsentKit['shownAs']> {
    const [tenants, statuses] = await Promise.all([ports.tenants.list(), ports.grants.statuses()]);
    const readable = tenants.find(
      ({ tenantId, profileId }) =>
        profileId === connector.profile.id && statuses.get(tenantId)?.kind === 'granted',
    );
    if (!readable || ports.offline()) return null;
    const { clientId } = connector.profile;
    const { lookUp, close } = createLookUp(ports.clock, signal);
    try {
      const found = await lookUp(
        (both) =>
          ports.graphs
            .appOnly(connector, readable.tenantId)
            .get(
              `/servicePrincipals(appId='${clientId}')?$select=appDisplayName,verifiedPublisher`,
              quickly(both),
            ),
        principal,
      );
      if (!found.ok || found.value.appDisplayName === null) return null;
      const { appDisplayName, verifiedPublisher } = found.value;
      return { name: appDisplayName, publisher: verifiedPublisher?.displayName ?? null };
    } finally {
      close();
    }
  }

  return {
    of: async (tenantId, signal) => {
      const tenant = await ports.tenants.get(tenantId);
      const connector = await ports.connector(tenant.profileId);
      const { clientId, landingPage, name, requiredPermissions } = connector.profile;
      return {
        tenant: presentTenant(tenant),
        link: kitLink(connector, tenantId),
        ending: landingPage === null ? 'microsoftPage' : 'landingPage',
        clientId,
        connectorName: name,
        shownAs: await shownAs(connector, signal),
        requiredPermissions: [...requiredPermissions],
      };
    },
  };
}
