import type { Tenant } from '../../electron/contract/tenant.ts';

/**
 * Customers that match a search: by alias, name, tag, any verified or former domain, the text typed when
 * adding, or tenant ID.
 */
export function findCustomers<Row extends Tenant>(
  tenants: readonly Row[],
  search: string,
): readonly Row[] {
  const wanted = fold(search.trim());
  if (wanted === '') return tenants;
  return tenants.filter((tenant) =>
    [
      tenant.alias,
      tenant.displayName,
      tenant.primaryDomain,
      tenant.initialDomain,
      tenant.addedAs,
      tenant.tenantId,
      ...tenant.verifiedDomains,
      ...tenant.formerDomains,
      ...tenant.tags,
    ].some((label) => label !== null && fold(label).includes(wanted)),
  );
}

/** Removes case and accents, so that "muller" finds "Müller". */
function fold(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether a domain is, or was when it was added, this customer's. */
export function isDomainOf(tenant: Tenant, domain: string): boolean {
  const { addedAs, primaryDomain, verifiedDomains, formerDomains } = tenant;
  return [addedAs, primaryDomain, ...verifiedDomains, ...formerDomains].includes(domain);
}
