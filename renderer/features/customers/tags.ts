import type { Tenant } from '../../../electron/contract/tenant.ts';

/** All tags of all customers, alphabetically; tags that differ only in case appear once. */
export function allTags(tenants: readonly Tenant[]): readonly string[] {
  const byName = new Map(
    tenants.flatMap(({ tags }) => tags).map((tag) => [tag.toLowerCase(), tag]),
  );
  return [...byName.values()].sort((left, right) => left.localeCompare(right));
}

/** The customers that have all of these tags, ignoring case. */
export function withTags<Row extends Tenant>(
  tenants: readonly Row[],
  wanted: readonly string[],
): readonly Row[] {
  if (wanted.length === 0) return tenants;
  return tenants.filter((tenant) => {
    const has = new Set(tenant.tags.map((tag) => tag.toLowerCase()));
    return wanted.every((tag) => has.has(tag.toLowerCase()));
  });
}
