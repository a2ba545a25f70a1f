import type { Diagnosis, DomainsSeen } from '../../contract/doctor.ts';
import type { TestResult } from '../../contract/grant.ts';
import type { AskedDomain } from './look-up-domains.ts';

/** The tenant's domains as a test read them; null where it could not. */
export function domainsOf(test: TestResult | null): DomainsSeen | null {
  if (test === null || test.organization === null) return null;
  const { primaryDomain, initialDomain, verifiedDomains } = test.organization;
  return {
    primary: primaryDomain,
    initial: initialDomain,
    verified: verifiedDomains,
    at: test.finishedAt,
  };
}

/**
 * The domains to look up: only a change, or a tenant that cannot be read, makes one worth it. `known` is
 * the primary domain of before.
 */
export function domainsToLookUp(
  known: string | null,
  now: DomainsSeen | null,
  newDomain: string | undefined,
): AskedDomain[] {
  const isQuiet = now !== null && known === now.primary && newDomain === undefined;
  if (isQuiet) return [];
  return [
    ...(newDomain === undefined ? [] : [{ domain: newDomain, role: 'asked' as const }]),
    ...(now === null ? [] : [{ domain: now.primary, role: 'now' as const }]),
    ...(known === null ? [] : [{ domain: known, role: 'before' as const }]),
  ];
}

/**
 * Whether the primary domain changed. Where the tenant cannot be read, only a person's word can show it,
 * checked against who owns the domain; null where that is missing.
 */
export function hasDomainChanged(
  before: DomainsSeen | null,
  now: DomainsSeen | null,
  newDomain: string | undefined,
  lookUps: Diagnosis['lookUps'],
): boolean | null {
  if (before !== null && now !== null) return before.primary !== now.primary;
  const asked = lookUps.find(({ role }) => role === 'asked');
  if (before === null || newDomain === undefined || asked?.outcome !== 'thisTenant') return null;
  return before.primary !== newDomain;
}
