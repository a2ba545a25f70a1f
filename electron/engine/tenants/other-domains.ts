import type { TenantLabels } from './store.ts';

/** A tenant's domains as something read them. */
export type Domains = Pick<TenantLabels, 'primaryDomain' | 'initialDomain' | 'verifiedDomains'>;

/** Domains that came and went beside the primary one; null where none did, or one side was never read. */
export function otherDomains(
  before: Domains,
  now: Domains,
): { readonly added: string; readonly removed: string } | null {
  const then = allOf(before);
  const today = allOf(now);
  if (then.size === 0 || today.size === 0) return null;
  const added = [...today.difference(then)].sort().join(', ');
  const removed = [...then.difference(today)].sort().join(', ');
  return added === '' && removed === '' ? null : { added, removed };
}

function allOf({ initialDomain, verifiedDomains }: Domains): ReadonlySet<string> {
  if (verifiedDomains.length === 0) return new Set();
  return new Set([...verifiedDomains, ...(initialDomain === null ? [] : [initialDomain])]);
}
