import type { TenantRecord } from './store.ts';

/** A customer's display name: the alias, else Microsoft's name, else a domain, else what was typed. */
export function tenantName(tenant: TenantRecord): string {
  return tenant.alias ?? tenant.displayName ?? tenant.primaryDomain ?? tenant.addedAs;
}
