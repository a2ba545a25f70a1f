import { enterpriseApplicationPage } from '../clouds/enterprise-application-page.ts';
import type { ProfileStore } from '../connectors/store.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Connector } from '../identity/identity.ts';
import type { TenantRecord } from '../tenants/store.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { createHandOvers } from './hand-over/hand-overs.ts';
import type { HandOvers } from './hand-over/hand-overs.ts';
import { createLookForConnector } from './look-for-connector.ts';
import { createResetReports } from './report/reset-reports.ts';
import type { ResetReports } from './report/reset-reports.ts';
import { createResets } from './resets.ts';
import type { Resets, ResetsPorts } from './resets.ts';
import { createTransitions } from './transitions.ts';

/** Everything about resets. */
export interface ResetRoom {
  readonly resets: Resets;
  readonly handOvers: HandOvers;
  readonly resetReports: ResetReports;
}

/** What the services of this room share with each other, made once. */
type Made = 'transitions' | 'hasBackend' | 'portalPage' | 'look' | 'tenants';

/** Makes the room's services, and what they need of each other. */
export function createResetRoom(
  ports: Omit<ResetsPorts, Made> &
    Omit<Parameters<typeof createResetReports>[0], 'resets' | 'tenants'> &
    Pick<Parameters<typeof createTransitions>[0], 'changes' | 'activity'> &
    Parameters<typeof createLookForConnector>[0] & {
      readonly tenants: Pick<Tenants, 'get' | 'add'>;
      /** Null: it is not here. */
      readonly findTenant: (tenantId: string) => Promise<TenantRecord | null>;
      readonly profileStore: Pick<ProfileStore, 'get' | 'list'>;
      readonly connector: (profileId: string) => Promise<Connector>;
    },
): ResetRoom {
  const { store, tenants, connector, profileStore, practice } = ports;
  const resets = createResets({
    ...ports,
    transitions: createTransitions(ports),
    hasBackend: async (profileId) => (await profileStore.get(profileId))?.backend != null,
    portalPage: async (profileId, tenantId, servicePrincipalId) => {
      try {
        const { profile, cloud } = await connector(profileId);
        const { clientId } = profile;
        return enterpriseApplicationPage(cloud, { tenantId, clientId, servicePrincipalId });
      } catch (error) {
        if (error instanceof EvergrantError) return null;
        throw error;
      }
    },
    look: createLookForConnector(ports),
  });
  return {
    resets,
    handOvers: createHandOvers({
      store,
      resets,
      profiles: profileStore,
      cloudLabel: async (profileId) => (await ports.profiles.get(profileId)).cloudLabel,
      tenants: { find: ports.findTenant, add: (asked) => tenants.add(asked) },
      practice,
    }),
    resetReports: createResetReports({ ...ports, resets }),
  };
}
