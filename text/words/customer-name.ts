import type { Tenant } from '../../electron/contract/tenant.ts';

/** A customer's name on screen: the alias, else Microsoft's name, else a domain, else the typed text. */
export function customerName(
  tenant: Pick<Tenant, 'alias' | 'displayName' | 'primaryDomain' | 'addedAs'>,
): string {
  return tenant.alias ?? tenant.displayName ?? tenant.primaryDomain ?? tenant.addedAs;
}
