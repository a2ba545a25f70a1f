import type {
  Directory,
  DirectoryGroup,
  DirectoryObject,
} from '../../../practice/directory/types.ts';
import type { ShownDirectory, ShownGroup, ShownMember, ShownPerson } from './shown-directory.ts';

/**
 * What Graph v1.0 reports about a tenant, derived from the cloud's own record by the simplest means, in the
 * shape in which the cache shows it. It uses no product code. `unread` are groups that are marked as
 * unreadable: they are taken as shown, and everything else follows.
 */
export function toldByGraph(
  directory: Directory,
  unread: ReadonlyMap<string, ShownGroup> = new Map(),
): ShownDirectory {
  const all = (kind: DirectoryObject['kind']) =>
    directory
      .indexes(kind)
      .map((index) => directory.at(index))
      .filter((object) => object.state === 'active');
  const groups = all('group').filter((object) => object.kind === 'group');

  const directMembers = (group: DirectoryObject): readonly DirectoryObject[] => {
    const kept = unread.get(group.id);
    if (kept) return kept.members.flatMap(({ id }) => directory.byId(id) ?? []);
    if (group.kind === 'group' && group.visibility === 'HiddenMembership') return [];
    return directory.members(group.index).map((index) => directory.at(index));
  };
  const membersOf = (group: DirectoryObject): readonly DirectoryObject[] =>
    directMembers(group).filter((object) => object.state === 'active');

  const inside = (group: DirectoryObject): ReadonlySet<DirectoryObject> => {
    const found = new Set<DirectoryObject>();
    const queue = [group];
    for (const one of queue)
      for (const member of membersOf(one)) {
        if (found.has(member)) continue;
        found.add(member);
        queue.push(member);
      }
    return found;
  };

  const showGroup = (group: DirectoryGroup): ShownGroup => {
    const marks = marksOf(group);
    const people = [...inside(group)].filter((object) => object.kind === 'user');
    const kept = unread.get(group.id);
    if (kept) return { ...kept, effective: people.map(({ id }) => id).sort() };
    return {
      id: group.id,
      displayName: group.displayName,
      mail: group.mail,
      description: group.description,
      kind: kindOf(group),
      flags: flagsOf(group),
      marks,
      members: membersOf(group).map(showMember).sort(byId),
      nestedGroups: membersOf(group).filter((member) => member.kind === 'group').length,
      effective: people.map(({ id }) => id).sort(),
    };
  };

  const containers = (person: DirectoryObject): ShownPerson['groups'] => {
    const direct = groups.filter((group) => membersOf(group).includes(person));
    return groups
      .filter((group) => inside(group).has(person))
      .map((group) => ({ id: group.id, direct: direct.includes(group) }))
      .sort(byId);
  };

  return {
    groups: groups.map(showGroup).sort(byId),
    people: all('user')
      .filter((object) => object.kind === 'user')
      .map((user) => ({
        id: user.id,
        displayName: user.displayName,
        userPrincipalName: user.userPrincipalName,
        mail: user.mail,
        jobTitle: user.jobTitle,
        guest: user.userType === 'Guest',
        enabled: user.accountEnabled,
        groups: containers(user),
      }))
      .sort(byId),
  };
}

const unlisted = 'servicePrincipalsNotListed';

/**
 * Both sides without what the shown side reports as possibly missing: lists of members skip service
 * principals, and a group that was read by its list is marked so.
 */
export function knownOfBoth(
  shown: ShownDirectory,
  told: ShownDirectory,
): { readonly shown: ShownDirectory; readonly told: ShownDirectory } {
  const marked = new Set(
    shown.groups.filter(({ marks }) => marks.includes(unlisted)).map(({ id }) => id),
  );
  const known = (directory: ShownDirectory): ShownDirectory => ({
    ...directory,
    groups: directory.groups.map((group) =>
      marked.has(group.id)
        ? {
            ...group,
            marks: group.marks.filter((mark) => mark !== unlisted),
            members: group.members.filter(({ type }) => type !== 'servicePrincipal'),
          }
        : group,
    ),
  });
  return { shown: known(shown), told: known(told) };
}

/** Groups that are marked as unreadable. */
export function unreadGroups({ groups }: ShownDirectory): ReadonlyMap<string, ShownGroup> {
  const isUnread = ({ marks }: ShownGroup): boolean =>
    marks.includes('failed') || marks.includes('throttled');
  return new Map(groups.filter(isUnread).map((group) => [group.id, group]));
}

/** Without what only the lists of devices and contacts contain: a sync that may not read them continues. */
export function withoutThingNames(directory: ShownDirectory): ShownDirectory {
  const plain = (member: ShownMember): ShownMember =>
    member.type === 'device' || member.type === 'contact'
      ? { ...member, displayName: null, mail: null, enabled: null }
      : member;
  return {
    ...directory,
    groups: directory.groups.map((group) => ({ ...group, members: group.members.map(plain) })),
  };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : 1;

function showMember(object: DirectoryObject): ShownMember {
  const { id, kind } = object;
  const nothing = { userPrincipalName: null, mail: null, guest: false, enabled: null };
  const named = { ...nothing, id, type: kind, displayName: object.displayName };
  switch (object.kind) {
    case 'user':
      return {
        ...named,
        userPrincipalName: object.userPrincipalName,
        mail: object.mail,
        guest: object.userType === 'Guest',
        enabled: object.accountEnabled,
      };
    case 'device':
      return { ...named, enabled: object.accountEnabled };
    case 'servicePrincipal':
      return { ...named, displayName: null };
    default:
      return { ...named, mail: object.mail };
  }
}

function kindOf(group: DirectoryGroup): string {
  if (group.groupTypes.includes('Unified')) return 'microsoft365';
  if (group.mailEnabled) return group.securityEnabled ? 'mailEnabledSecurity' : 'distribution';
  return group.securityEnabled ? 'security' : 'other';
}

function flagsOf(group: DirectoryGroup): readonly string[] {
  const flags = {
    dynamic: group.groupTypes.includes('DynamicMembership'),
    roleAssignable: group.isAssignableToRole === true,
    onPremisesSynced: group.onPremisesSyncEnabled === true,
    team: group.resourceProvisioningOptions.includes('Team'),
    hidden: group.visibility === 'HiddenMembership',
  };
  return Object.entries(flags).flatMap(([name, is]) => (is ? [name] : []));
}

function marksOf(group: DirectoryGroup): readonly string[] {
  const marks: string[] = [];
  if (group.visibility === 'HiddenMembership') marks.push('hiddenMembership');
  if (group.membershipRuleProcessingState === 'Paused') marks.push('stillProcessing');
  return marks;
}
