import type { PracticeTenant } from '../world/types.ts';
import { addGroups, addPeople } from './ordinary-directory.ts';
import type { Random } from '../world/random.ts';

/** Spread of group sizes, nested members per group, share of empty groups. */
const sigma = 1.5;
const nestedPerGroup = 0.3047;
const emptyShare = 0.1061;

/**
 * Fills a tenant with exact numbers of groups and memberships, with sizes from a lognormal distribution and
 * about one person per group.
 *
 * Throws when the groups are too few for the memberships.
 */
export function fillLargeDirectory(
  random: Random,
  tenant: PracticeTenant,
  groupCount: number,
  membershipCount: number,
): void {
  const people = addPeople(random, tenant, Math.max(10, groupCount));
  const groups = addGroups(random, tenant, groupCount);
  const sizes = groupSizes(random, groupCount, membershipCount, people.length);
  const members = groups.map(() => new Set<string>());
  nestGroups(
    random,
    groups.map((group) => group.id),
    sizes,
    members,
  );
  for (const [index, group] of groups.entries()) {
    const list = members[index];
    const size = sizes[index];
    if (list === undefined || size === undefined) continue;
    while (list.size < size) list.add(random.pick(people));
    tenant.directory.loadMembers(group.id, [...list]);
  }
}

/** Sizes that add up exactly: drawn, scaled to the sum, the remainder distributed one by one. */
function groupSizes(random: Random, groups: number, memberships: number, people: number): number[] {
  const most = Math.floor(people * 0.9);
  if (memberships > groups * most)
    throw new Error(`${memberships} memberships do not fit into ${groups} groups`);
  const weights = Array.from({ length: groups }, (): number =>
    random.chance(emptyShare) ? 0 : Math.exp(sigma * random.normal()),
  );
  if (!weights.some((weight) => weight > 0)) weights.fill(1);
  const scale = memberships / weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) =>
    weight === 0 ? 0 : Math.min(most, Math.max(1, Math.round(weight * scale))),
  );
  let rest = memberships - sizes.reduce((sum, size) => sum + size, 0);
  while (rest !== 0) {
    const index = random.integer(groups);
    const size = sizes[index] ?? 0;
    const step = Math.sign(rest);
    const allowEmpty = memberships < groups;
    if (step > 0 ? size === most || size === 0 : size === 0 || (size === 1 && !allowEmpty))
      continue;
    sizes[index] = size + step;
    rest -= step;
  }
  return sizes;
}

/** Nests later groups in earlier ones, which avoids cycles. */
function nestGroups(
  random: Random,
  ids: readonly string[],
  sizes: readonly number[],
  members: readonly Set<string>[],
): void {
  const filled = sizes.filter((size) => size > 0).length;
  let nested = ids.length < 2 ? 0 : Math.min(filled, Math.round(ids.length * nestedPerGroup));
  for (let tries = ids.length * 20; nested > 0 && tries > 0; tries -= 1) {
    const parent = random.integer(ids.length - 1);
    const child = parent + 1 + random.integer(ids.length - parent - 1);
    const list = members[parent];
    const childId = ids[child];
    if (list === undefined || childId === undefined) continue;
    if (list.size >= (sizes[parent] ?? 0) || list.has(childId)) continue;
    list.add(childId);
    nested -= 1;
  }
}
