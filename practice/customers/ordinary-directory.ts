import type { DirectoryGroup, NewGroup } from '../directory/types.ts';
import type { PracticeTenant } from '../world/types.ts';
import {
  addressPart,
  departments,
  givenNames,
  jobTitles,
  places,
  purposes,
  surnames,
} from './names.ts';
import { primaryDomain } from '../world/find.ts';
import type { Random } from '../world/random.ts';

const day = 24 * 60 * 60 * 1000;

/** Adds people with believable names, departments and addresses; returns their object IDs. */
export function addPeople(random: Random, tenant: PracticeTenant, count: number): string[] {
  const domain = primaryDomain(tenant);
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const givenName = random.pick(givenNames);
    const surname = random.pick(surnames);
    const plain = `${addressPart(givenName)}.${addressPart(surname)}`;
    let local = plain;
    for (let number = 2; taken.has(local); number += 1) local = `${plain}${number}`;
    taken.add(local);
    const department = random.pick(departments);
    return tenant.directory.addUser({
      id: random.guid(),
      displayName: `${givenName} ${surname}`,
      givenName,
      surname,
      userPrincipalName: `${local}@${domain}`,
      mail: `${local}@${domain}`,
      jobTitle: `${department} ${random.pick(jobTitles)}`,
      department,
      officeLocation: random.pick(places),
      accountEnabled: !random.chance(0.03),
      createdAt: someTimeAgo(random, tenant),
    }).id;
  });
}

/** Adds groups of all kinds in a typical tenant's proportions. */
export function addGroups(random: Random, tenant: PracticeTenant, count: number): DirectoryGroup[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const department = random.pick(departments);
    const place = random.pick(places);
    const purpose = random.pick(purposes);
    const plain = random.chance(0.5)
      ? `${department} ${place} ${purpose}`
      : `${department} ${purpose}`;
    let displayName = plain;
    for (let number = 2; taken.has(displayName); number += 1) displayName = `${plain} ${number}`;
    taken.add(displayName);
    return tenant.directory.addGroup({
      ...kind(random, tenant, displayName),
      id: random.guid(),
      displayName,
      description: random.chance(0.7) ? `${purpose} of ${department} in ${place}` : null,
      createdAt: someTimeAgo(random, tenant),
    });
  });
}

function kind(random: Random, tenant: PracticeTenant, displayName: string): Partial<NewGroup> {
  const mailNickname = addressPart(displayName);
  const mail = `${mailNickname}@${primaryDomain(tenant)}`;
  const draw = random.next();
  if (draw < 0.28)
    return {
      groupTypes: ['Unified'],
      mailEnabled: true,
      securityEnabled: random.chance(0.3),
      mail,
      mailNickname,
      visibility: random.chance(0.6) ? 'Private' : 'Public',
      ...(random.chance(0.4) ? { resourceProvisioningOptions: ['Team'] } : {}),
    };
  if (draw < 0.36) return { mailEnabled: true, securityEnabled: false, mail, mailNickname };
  if (draw < 0.42) return { mailEnabled: true, securityEnabled: true, mail, mailNickname };
  if (draw < 0.48)
    return {
      groupTypes: ['DynamicMembership'],
      membershipRule: `(user.department -eq "${random.pick(departments)}")`,
      membershipRuleProcessingState: 'On',
    };
  if (draw < 0.63)
    return {
      onPremisesSyncEnabled: true,
      onPremisesSamAccountName: mailNickname.slice(0, 20),
      onPremisesLastSyncAt: tenant.createdAt + 900 * day,
    };
  return {};
}

/** Fills groups with people; about one in nine remains empty. */
export function addMemberships(
  random: Random,
  tenant: PracticeTenant,
  groups: readonly DirectoryGroup[],
  people: readonly string[],
): void {
  for (const group of groups) {
    if (random.chance(0.106)) continue;
    const size = Math.min(people.length, Math.max(1, Math.round(5 * Math.exp(random.normal()))));
    const members = new Set<string>();
    while (members.size < size) members.add(random.pick(people));
    tenant.directory.loadMembers(group.id, [...members]);
    if (group.groupTypes.includes('Unified'))
      tenant.directory.addOwner(group.id, random.pick(people));
  }
  for (let index = 0; index + 10 < groups.length; index += 10) {
    const [parent, child] = [groups[index], groups[index + 7]];
    if (parent !== undefined && child !== undefined)
      tenant.directory.addMember(parent.id, child.id);
  }
}

function someTimeAgo(random: Random, tenant: PracticeTenant): number {
  return tenant.createdAt + random.integer(1000) * day;
}
