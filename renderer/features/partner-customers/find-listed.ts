import type { PartnerCustomer } from '../../../electron/contract/partner.ts';

/**
 * Listed customers that match a search by listed name or domain, by the name in Evergrant, or by tenant ID.
 */
export function findListed(
  customers: readonly PartnerCustomer[],
  search: string,
): readonly PartnerCustomer[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return customers;
  return customers.filter(({ listedName, listedDomain, here, tenantId }) =>
    [listedName, listedDomain, here, tenantId].some((word) => word?.toLowerCase().includes(wanted)),
  );
}
