import type { Tenant } from '../../electron/contract/tenant.ts';

/** What a customer is called on screen: the alias, else Microsoft's name, else a domain, else what was typed. */
export function customerName(
  tenant: Pick<Tenant, 'alias' | 'displayName' | 'primaryDomain' | 'addedAs'>,
): string {
  return tenant.alias ?? tenant.displayName ?? tenant.primaryDomain ?? tenant.addedAs;
}
