import type { Finding } from '../../../contract/grant.ts';
import { otherDomains } from '../../tenants/other-domains.ts';
import type { Domains } from '../../tenants/other-domains.ts';

/**
 * How a tenant's domains differ from the last good test: another primary domain, other verified ones, another
 * initial one. Order and case are ignored.
 */
export function domainFindings(before: Domains | null, now: Domains | null): Finding[] {
  if (before === null || now === null) return [];
  const { primaryDomain: from } = before;
  const { primaryDomain: to } = now;
  const isRenamed = from !== null && to !== null && from.toLowerCase() !== to.toLowerCase();
  const others = otherDomains(before, now);
  return [
    ...(isRenamed ? [{ kind: 'primaryDomainChanged' as const, params: { from, to } }] : []),
    ...(others === null ? [] : [{ kind: 'domainsChanged' as const, params: others }]),
  ];
}
