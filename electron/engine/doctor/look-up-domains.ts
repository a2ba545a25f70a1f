import type { DomainLookUp } from '../../contract/doctor.ts';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';

/** A domain to look up, and the reason. */
export type AskedDomain = Pick<DomainLookUp, 'domain' | 'role'>;

/**
 * Finds the tenant of each domain by OpenID discovery: without sign-in and without a request to the
 * tenant. A failed look-up is part of the result and does not stop the others.
 *
 * Errors: `CancelledError`.
 */
export async function lookUpDomains(
  tenantId: string,
  asked: readonly AskedDomain[],
  discover: (domain: string) => Promise<{ readonly tenantId: string }>,
): Promise<DomainLookUp[]> {
  const once = asked.filter(
    ({ domain }, place) => asked.findIndex((other) => other.domain === domain) === place,
  );
  return Promise.all(once.map((domain) => lookUp(tenantId, domain, discover)));
}

async function lookUp(
  tenantId: string,
  asked: AskedDomain,
  discover: (domain: string) => Promise<{ readonly tenantId: string }>,
): Promise<DomainLookUp> {
  try {
    const { tenantId: leadsTo } = await discover(asked.domain);
    const outcome = leadsTo === tenantId ? 'thisTenant' : 'otherTenant';
    return { ...asked, outcome, leadsTo, problem: null };
  } catch (error) {
    if (!(error instanceof EvergrantError) || error instanceof CancelledError) throw error;
    const outcome = error.code === 'tenant.notFound' ? 'nowhere' : 'couldNotTell';
    return { ...asked, outcome, leadsTo: null, problem: error.toProblem() };
  }
}
