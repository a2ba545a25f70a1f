import type { Profile } from '../contract/profile.ts';
import type { TenantRow } from '../contract/tenant.ts';
import type { Text } from '../../renderer/text/create-text.ts';
import { customerName } from '../../renderer/text/customer-name.ts';
import { UsageError } from './usage-error.ts';

/**
 * The customer that a person means by an id, a domain (verified, initial, former or typed), an alias or a
 * name. An id or domain counts before a name. Several matches are never guessed between.
 *
 * @throws UsageError with the sentence to print
 */
export function findTenant(text: Text, tenants: readonly TenantRow[], query: string): TenantRow {
  const wanted = fold(query);
  const exact = tenants.filter((tenant) =>
    [
      tenant.tenantId,
      tenant.addedAs,
      tenant.primaryDomain,
      tenant.initialDomain,
      ...tenant.verifiedDomains,
      ...tenant.formerDomains,
    ].some((name) => name !== null && fold(name) === wanted),
  );
  const named = tenants.filter((tenant) =>
    [tenant.alias, tenant.displayName].some((name) => name !== null && fold(name) === wanted),
  );
  const matches = exact.length > 0 ? exact : named;
  const [tenant] = matches;
  if (tenant === undefined) throw new UsageError(text.t('cli:tenants.unknown', { query }));
  if (matches.length > 1) {
    const list = matches.map((match) => `${match.tenantId} (${customerName(match)})`).join(', ');
    throw new UsageError(text.t('cli:tenants.ambiguous', { query, matches: list }));
  }
  return tenant;
}

/**
 * The connector that a person means by an id, a client id or a name.
 *
 * @throws UsageError with the sentence to print
 */
export function findProfile(text: Text, profiles: readonly Profile[], query: string): Profile {
  const wanted = fold(query);
  const matches = profiles.filter((profile) =>
    [profile.id, profile.clientId, profile.name].some((name) => fold(name) === wanted),
  );
  const [profile] = matches;
  if (profile === undefined) throw new UsageError(text.t('cli:profiles.unknown', { query }));
  if (matches.length > 1) {
    const list = matches.map((match) => match.id).join(', ');
    throw new UsageError(text.t('cli:profiles.ambiguous', { query, matches: list }));
  }
  return profile;
}

function fold(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
