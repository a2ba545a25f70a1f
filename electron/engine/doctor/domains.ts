import type { Diagnosis, DomainsSeen } from '../../contract/doctor.ts';
import type { TestResult } from '../../contract/grant.ts';
import type { AskedDomain } from './look-up-domains.ts';

/** The tenant's domains from a test; null when the test could not read them. */
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
 * The domains to look up: only needed when a domain changed or the tenant cannot be read. `known` is
 * the previous primary domain.
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
 * Whether the primary domain changed. If the tenant cannot be read, only a domain that a person
 * entered can show this, after a check of who owns the domain; null when none was entered.
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
