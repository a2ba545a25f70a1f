import type { PartnerCustomer } from '../../../electron/contract/partner.ts';

/** Listed customers that a search finds by listed name or domain, by the name here, or by tenant id. */
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
