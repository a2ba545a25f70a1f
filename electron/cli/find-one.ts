import type { Profile } from '../contract/profile.ts';
import type { TenantRow } from '../contract/tenant.ts';
import type { Text } from '../../text/create-text.ts';
import { customerName } from '../../text/words/customer-name.ts';
import { customerMeantBy, folded, foundBy, given, meantBy } from './meant.ts';
import { UsageError } from './usage-error.ts';

/**
 * Finds a customer by ID, domain (verified, initial, former or typed), alias or name. An ID or domain takes
 * precedence over a name. Surrounding quotes and the like from pasting are removed. Never guesses between
 * several matches.
 *
 * @throws UsageError with the sentence to print
 */
export function findTenant(text: Text, tenants: readonly TenantRow[], query: string): TenantRow {
  const matches = foundBy(customerMeantBy(query), (wanted) => {
    const isWanted = (name: string | null): boolean => name !== null && folded(name) === wanted;
    const exact = tenants.filter((tenant) =>
      [
        tenant.tenantId,
        tenant.addedAs,
        tenant.primaryDomain,
        tenant.initialDomain,
        ...tenant.verifiedDomains,
        ...tenant.formerDomains,
      ].some(isWanted),
    );
    if (exact.length > 0) return exact;
    return tenants.filter(({ alias, displayName }) => [alias, displayName].some(isWanted));
  });
  const [tenant] = matches;
  if (tenant === undefined)
    throw new UsageError(text.t('cli:tenants.unknown', { query: given(query) }));
  if (matches.length > 1) {
    const list = matches.map((match) => `${match.tenantId} (${customerName(match)})`).join(', ');
    throw new UsageError(text.t('cli:tenants.ambiguous', { query: given(query), matches: list }));
  }
  return tenant;
}

/**
 * Finds a connector by ID, client ID or name.
 *
 * @throws UsageError with the sentence to print
 */
export function findProfile(text: Text, profiles: readonly Profile[], query: string): Profile {
  const matches = foundBy(meantBy(query), (wanted) =>
    profiles.filter(({ id, clientId, name }) =>
      [id, clientId, name].some((one) => folded(one) === wanted),
    ),
  );
  const [profile] = matches;
  if (profile === undefined)
    throw new UsageError(text.t('cli:profiles.unknown', { query: given(query) }));
  if (matches.length > 1) {
    const list = matches.map((match) => match.id).join(', ');
    throw new UsageError(text.t('cli:profiles.ambiguous', { query: given(query), matches: list }));
  }
  return profile;
}
