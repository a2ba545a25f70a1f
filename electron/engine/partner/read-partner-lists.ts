import { z } from 'zod';
import { guid } from '../../contract/ids.ts';
import type { PartnerCustomer, PartnerList } from '../../contract/partner.ts';
import { errorOf, EvergrantError } from '../errors/evergrant-error.ts';
import { parseAnswer } from '../errors/parse-answer.ts';
import type { Graph } from '../graph/graph.ts';

/** Microsoft Graph can omit the customer of a request that is not answered yet. */
const relationship = z.object({
  displayName: z.string().nullish(),
  status: z.string().nullish(),
  endDateTime: z.string().nullish(),
  customer: z.object({ tenantId: guid, displayName: z.string().nullish() }).nullish(),
});
const delegatedCustomer = z.object({ tenantId: guid, displayName: z.string().nullish() });
const contract = z.object({
  customerId: guid,
  displayName: z.string().nullish(),
  defaultDomainName: z.string().nullish(),
});

/** What the partner's tenant lists, before it is compared with the customers in Evergrant. */
export interface PartnerLists {
  readonly customers: readonly Omit<PartnerCustomer, 'here'>[];
  readonly unread: PartnerList['unread'];
}

/**
 * Reads all pages of delegated admin relationships, delegated admin customers and contracts, and
 * merges them by tenant ID. The result names each list that cannot be read.
 *
 * Errors: the first refusal, when none of the three lists can be read; `CancelledError`.
 * Source: learn.microsoft.com/graph/api/tenantrelationship-list-delegatedadminrelationships,
 * .../tenantrelationship-list-delegatedadmincustomers, .../contract-list.
 */
export async function readPartnerLists(graph: Graph, signal?: AbortSignal): Promise<PartnerLists> {
  const unread: PartnerList['unread'] = [];
  const read = async <T>(
    list: PartnerList['unread'][number]['list'],
    path: string,
    row: z.ZodType<T>,
  ): Promise<readonly T[]> => {
    try {
      return parseAnswer(z.array(row), await graph.all(path, signal ? { signal } : {}));
    } catch (error) {
      if (!(error instanceof EvergrantError)) throw error;
      unread.push({ list, problem: error.toProblem() });
      return [];
    }
  };
  const [relationships, customers, contracts] = await Promise.all([
    read('relationships', '/tenantRelationships/delegatedAdminRelationships', relationship),
    read('customers', '/tenantRelationships/delegatedAdminCustomers', delegatedCustomer),
    read('contracts', '/contracts', contract),
  ]);
  const [first] = unread;
  if (first !== undefined && unread.length === 3) throw errorOf(first.problem);
  return { customers: together(relationships, customers, contracts), unread };
}

function together(
  relationships: readonly z.output<typeof relationship>[],
  customers: readonly z.output<typeof delegatedCustomer>[],
  contracts: readonly z.output<typeof contract>[],
): readonly Omit<PartnerCustomer, 'here'>[] {
  const byId = new Map<string, Omit<PartnerCustomer, 'here'>>();
  const change = (tenantId: string, rest: Partial<PartnerCustomer>): void => {
    const nothing = { listedName: null, listedDomain: null, relationships: [], hasContract: false };
    const before = byId.get(tenantId) ?? { tenantId, ...nothing };
    byId.set(tenantId, {
      ...before,
      ...rest,
      listedName: before.listedName ?? rest.listedName ?? null,
    });
  };
  for (const { tenantId, displayName } of customers) {
    change(tenantId, { listedName: displayName || null });
  }
  for (const { customer, displayName, status, endDateTime } of relationships) {
    if (!customer) continue;
    const one = {
      name: displayName ?? '',
      status: status ?? 'unknown',
      endsAt: endDateTime ? isoOrNull(endDateTime) : null,
    };
    change(customer.tenantId, {
      listedName: customer.displayName || null,
      relationships: [...(byId.get(customer.tenantId)?.relationships ?? []), one],
    });
  }
  for (const { customerId, displayName, defaultDomainName } of contracts) {
    change(customerId, {
      listedName: displayName || null,
      listedDomain: defaultDomainName || null,
      hasContract: true,
    });
  }
  return [...byId.values()].sort((left, right) =>
    (left.listedName ?? left.tenantId).localeCompare(right.listedName ?? right.tenantId),
  );
}

function isoOrNull(moment: string): string | null {
  const millis = Date.parse(moment);
  return Number.isNaN(millis) ? null : new Date(millis).toISOString();
}
