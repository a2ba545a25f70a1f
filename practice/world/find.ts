import type { Account, AppRegistration, PracticeTenant, World } from './types.ts';

/** The tenant with this ID or verified domain name, case-insensitive. */
export function findTenant(world: World, idOrDomain: string): PracticeTenant | undefined {
  const wanted = idOrDomain.toLowerCase();
  const byId = world.tenants.get(wanted);
  if (byId !== undefined) return byId;
  return [...world.tenants.values()].find((tenant) =>
    tenant.domains.some((domain) => domain.isVerified && domain.name.toLowerCase() === wanted),
  );
}

/** The registration with this client ID, unless deleted. */
export function findRegistration(world: World, clientId: string): AppRegistration | undefined {
  const wanted = clientId.toLowerCase();
  return world.registrations.find(
    (registration) => registration.clientId === wanted && registration.deletedAt === null,
  );
}

/** An account by user principal name, in any home tenant. */
export function findAccount(world: World, userPrincipalName: string): Account | undefined {
  const wanted = userPrincipalName.trim().toLowerCase();
  for (const tenant of world.tenants.values()) {
    const found = tenant.accounts.find(
      (account) => account.userPrincipalName.toLowerCase() === wanted,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The account as it acts in a tenant: with its own role in its home tenant, with its GDAP role in others, and
 * undefined where it has no access.
 */
export function accountIn(account: Account, tenant: PracticeTenant): Account | undefined {
  if (account.homeTenantId === tenant.tenantId) return account;
  const access = account.partnerAccess?.find((row) => row.tenantId === tenant.tenantId);
  return access && { ...account, role: access.role };
}

/** The name of the tenant's primary domain. */
export function primaryDomain(tenant: PracticeTenant): string {
  const found = tenant.domains.find((domain) => domain.isDefault);
  if (found === undefined) throw new Error(`Tenant ${tenant.tenantId} has no primary domain.`);
  return found.name;
}
