import type { Directory, DirectoryObject } from '../directory/types.ts';
import type { PracticeTenant } from '../world/types.ts';

/**
 * The cloud's own record of a tenant, computed directly from its state by the simplest means: tests and the
 * tour compare the product's numbers with it.
 */
export function tenantRecord(tenant: PracticeTenant): unknown {
  const { directory } = tenant;
  const active = (kind: DirectoryObject['kind']): number =>
    directory.indexes(kind).filter((index) => directory.at(index).state === 'active').length;
  return {
    key: tenant.key,
    tenantId: tenant.tenantId,
    displayName: tenant.displayName,
    domains: tenant.domains,
    servicePrincipals: tenant.servicePrincipals,
    deletedServicePrincipals: tenant.deletedServicePrincipals,
    appRoleAssignments: tenant.appRoleAssignments,
    permissionGrants: tenant.permissionGrants,
    signInRules: tenant.signInRules,
    counts: {
      users: active('user'),
      groups: active('group'),
      devices: active('device'),
      contacts: active('contact'),
      memberships: [...memberships(directory).values()].reduce((sum, ids) => sum + ids.length, 0),
    },
  };
}

/** Direct members of every active group by ID, active objects only, service principals included. */
export function memberships(directory: Directory): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const index of directory.indexes('group')) {
    const group = directory.at(index);
    if (group.state !== 'active') continue;
    const members = directory.members(index).map((member) => directory.at(member));
    all.set(
      group.id,
      members.filter((member) => member.state === 'active').map((member) => member.id),
    );
  }
  return all;
}

/** Active groups whose name, mail, description or ID contains the text, ignoring case. */
export function groupsContaining(directory: Directory, text: string): string[] {
  const wanted = text.toLowerCase();
  return directory
    .indexes('group')
    .map((index) => directory.at(index))
    .filter((group) => group.kind === 'group' && group.state === 'active')
    .filter((group) =>
      [
        group.displayName,
        group.id,
        ...(group.kind === 'group' ? [group.mail, group.description] : []),
      ].some((value) => value?.toLowerCase().includes(wanted)),
    )
    .map((group) => group.id);
}

/** IDs of every group of a person, directly or through other groups. */
export function groupsOf(directory: Directory, idOrUpn: string): string[] | undefined {
  const person = directory.user(idOrUpn);
  if (person === undefined) return undefined;
  const found = new Set<number>();
  const queue = [person.index];
  for (const index of queue) {
    for (const group of directory.memberOf(index)) {
      if (found.has(group) || directory.at(group).state !== 'active') continue;
      found.add(group);
      queue.push(group);
    }
  }
  return [...found].map((index) => directory.at(index).id);
}
