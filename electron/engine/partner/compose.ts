import type { ConnectorsRoom } from '../connectors/compose.ts';
import type { GraphRoom } from '../graph/compose.ts';
import type { IdentityRoom } from '../identity/compose.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { TenantStore } from '../tenants/store.ts';
import { createPartner } from './partner.ts';
import type { Partner } from './partner.ts';
import type { PartnerStore } from './store.ts';

/** The partner's own list of customers. */
export interface PartnerRoom {
  readonly partner: Partner;
}

export interface PartnerPorts {
  readonly kernel: Pick<Kernel, 'clock' | 'random' | 'changes' | 'activity'>;
  readonly store: {
    readonly partner: PartnerStore;
    readonly tenants: Pick<TenantStore, 'list' | 'addAll'>;
  };
  readonly connectors: Pick<ConnectorsRoom, 'profiles'>;
  readonly identity: Pick<IdentityRoom, 'identity'>;
  readonly graph: GraphRoom;
}

/** Makes the partner's service. */
export function composePartner(ports: PartnerPorts): PartnerRoom {
  const { kernel, store, connectors, identity, graph } = ports;
  const { partner, tenants } = store;
  return {
    partner: createPartner({
      ...kernel,
      ...connectors,
      ...identity,
      ...graph,
      store: partner,
      tenants,
    }),
  };
}
