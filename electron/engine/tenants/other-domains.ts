import type { TenantLabels } from './store.ts';

/** A tenant's domains from one read. */
export type Domains = Pick<TenantLabels, 'primaryDomain' | 'initialDomain' | 'verifiedDomains'>;

/**
 * Domains other than the primary one that were added or removed; null when there are none, or when
 * one side was never read.
 */
export function otherDomains(
  before: Domains,
  now: Domains,
): { readonly added: string; readonly removed: string } | null {
  if (isSame(before, now)) return null;
  const then = allOf(before);
  const today = allOf(now);
  if (then.size === 0 || today.size === 0) return null;
  const added = namesOf(today, then);
  const removed = namesOf(then, today);
  return added === '' && removed === '' ? null : { added, removed };
}

/** Names that are not in `others`, in their own case: DNS ignores case. */
function namesOf(all: Names, others: Names): string {
  const names = [...all].flatMap(([folded, name]) => (others.has(folded) ? [] : [name]));
  return names.sort().join(', ');
}

/** The usual case, without comparing each name. */
function isSame(before: Domains, now: Domains): boolean {
  const { initialDomain, verifiedDomains } = before;
  return (
    initialDomain === now.initialDomain &&
    verifiedDomains.length === now.verifiedDomains.length &&
    verifiedDomains.every((name, place) => name === now.verifiedDomains[place])
  );
}

type Names = ReadonlyMap<string, string>;

function allOf({ initialDomain, verifiedDomains }: Domains): Names {
  if (verifiedDomains.length === 0) return new Map();
  const names = [...verifiedDomains, ...(initialDomain === null ? [] : [initialDomain])];
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}
