import type { PracticeTenant } from './types.ts';

/**
 * Makes a verified domain the primary one. This only changes the suffix of new users: existing user names,
 * IDs and grants do not change. Throws when the domain is not verified in this tenant.
 */
export function makePrimary(tenant: PracticeTenant, name: string): void {
  const wanted = tenant.domains.find((domain) => domain.name === name.toLowerCase());
  if (wanted === undefined || !wanted.isVerified) {
    throw new Error(`Tenant ${tenant.tenantId} has no verified domain '${name}'.`);
  }
  for (const domain of tenant.domains) domain.isDefault = domain === wanted;
}

/** Adds a verified domain if it is missing. */
export function addDomain(tenant: PracticeTenant, name: string): void {
  const lower = name.toLowerCase();
  if (tenant.domains.some((domain) => domain.name === lower)) return;
  tenant.domains.push({ name: lower, isDefault: false, isInitial: false, isVerified: true });
}
