import type { z } from 'zod';
import type { partnerChoice, PartnerList } from '../../contract/partner.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { GraphFactory } from '../graph/graph.ts';
import type { Identity } from '../identity/identity.ts';
import { given } from '../kernel/given.ts';
import type { Clock, Random } from '../kernel/ports.ts';
import type { NewTenant } from '../tenants/import/add-together.ts';
import type { TenantStore } from '../tenants/store.ts';
import { tenantName } from '../tenants/tenant-name.ts';
import type { ReadyPartner } from './partner-sign-in.ts';
import { readPartnerLists } from './read-partner-lists.ts';

/** What reading a list uses. */
export interface PartnerListPorts {
  readonly identity: Pick<Identity, 'delegatedToken'>;
  readonly graphs: Pick<GraphFactory, 'withToken'>;
  readonly tenants: Pick<TenantStore, 'list'>;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Reads the partner's customers, and which of them are already in Evergrant.
 * Errors: `partner.nobodySignedIn`, `graph.*`, `network.*`.
 */
export async function readPartnerList(
  ports: PartnerListPorts,
  { connector, tenantId }: ReadyPartner,
  signal?: AbortSignal,
): Promise<PartnerList> {
  const options = given({ fresh: false, signal });
  const token = await ports.identity.delegatedToken(connector, tenantId, options);
  if (token === null) throw new EvergrantError('partner.nobodySignedIn', { retry: 'now' });
  const lists = await readPartnerLists(ports.graphs.withToken(connector, token.token), signal);
  const here = new Map(
    (await ports.tenants.list()).map((tenant) => [tenant.tenantId, tenantName(tenant)]),
  );
  return {
    id: ports.random.guid(),
    readAt: new Date(ports.clock.now()).toISOString(),
    customers: lists.customers.map((customer) => ({
      ...customer,
      here: here.get(customer.tenantId) ?? null,
    })),
    unread: lists.unread,
  };
}

/**
 * The chosen customers of a list, in the form in which they are added. Errors: `partner.listGone`
 * when one is not in the list.
 */
export function chosenOf(
  list: PartnerList | null,
  { listId, tenantIds }: z.output<typeof partnerChoice>,
  profileId: string,
): NewTenant[] {
  const customers = list?.id === listId ? list.customers : [];
  const listed = new Map(customers.map((one) => [one.tenantId, one]));
  return [...new Set(tenantIds)].map((chosen) => {
    const customer = listed.get(chosen);
    if (customer === undefined) throw new EvergrantError('partner.listGone', { retry: 'now' });
    const { tenantId, listedName } = customer;
    const words = { alias: null, tags: [], notes: null };
    return { tenantId, profileId, addedAs: tenantId, displayName: listedName, ...words };
  });
}
