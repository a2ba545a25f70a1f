import type {
  Directory,
  DirectoryGroup,
  DirectoryObject,
  NewGroup,
  ObjectState,
} from '../../../practice/directory/types.ts';
import { applyMutation } from '../../../practice/world/directory-mutations.ts';
import type { Random } from '../../../practice/world/random.ts';
import type { GroupSort, TenantChange } from './tenant-changes.ts';

type ChangeTo<K extends TenantChange['do']> = Extract<TenantChange, { readonly do: K }>;

const sorts: Readonly<Record<GroupSort, Partial<NewGroup>>> = {
  security: {},
  microsoft365: { groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false },
  hidden: { groupTypes: ['Unified'], mailEnabled: true, visibility: 'HiddenMembership' },
  dynamic: {
    groupTypes: ['DynamicMembership'],
    membershipRule: 'user.department -eq "Sales"',
    membershipRuleProcessingState: 'On',
  },
  paused: {
    groupTypes: ['DynamicMembership'],
    membershipRule: 'user.department -eq "Sales"',
    membershipRuleProcessingState: 'Paused',
  },
  distribution: { mailEnabled: true, securityEnabled: false },
  mailEnabledSecurity: { mailEnabled: true },
  team: {
    groupTypes: ['Unified'],
    mailEnabled: true,
    securityEnabled: false,
    resourceProvisioningOptions: ['Team'],
  },
  roleAssignable: { isAssignableToRole: true },
  synced: { onPremisesSyncEnabled: true },
};

/** Applies changes to a directory and skips those that do not fit it. `at`: the time of all changes, ms. */
export function changeApplier(
  directory: Directory,
  random: Random,
  at: number,
): (change: TenantChange) => void {
  let made = 0;
  return (change) => {
    made += 1;
    switch (change.do) {
      case 'person':
      case 'group':
      case 'thing':
        addObject(directory, change, { made, at, random });
        return;
      case 'join':
      case 'leave':
      case 'empty':
        changeMembers(directory, change);
        return;
      case 'rename':
      case 'describe':
      case 'disable':
        changeProperties(directory, change, made);
        return;
      case 'delete':
      case 'purge':
      case 'restore':
        changeState(directory, change, at);
        return;
      case 'forgetChanges':
        directory.forgetChanges();
    }
  };
}

function addObject(
  directory: Directory,
  change: ChangeTo<'person' | 'group' | 'thing'>,
  { made, at, random }: { readonly made: number; readonly at: number; readonly random: Random },
): void {
  const name = `Made ${made}`;
  switch (change.do) {
    case 'person': {
      const upn = `made${made}@random.example`;
      directory.addUser({
        id: random.guid(),
        displayName: name,
        userPrincipalName: upn,
        mail: change.guest ? null : upn,
        userType: change.guest ? 'Guest' : 'Member',
        accountEnabled: change.enabled,
        createdAt: at,
      });
      return;
    }
    case 'group':
      directory.addGroup({
        id: random.guid(),
        displayName: name,
        createdAt: at,
        ...sorts[change.sort],
      });
      return;
    case 'thing': {
      const thing = { id: random.guid(), displayName: name, createdAt: at };
      if (change.kind === 'device') directory.addDevice(thing);
      else if (change.kind === 'contact')
        directory.addContact({ ...thing, mail: `made${made}@elsewhere.example` });
      else directory.addPrincipal({ ...thing, appId: random.guid() });
      return;
    }
  }
}

function changeMembers(directory: Directory, change: ChangeTo<'join' | 'leave' | 'empty'>): void {
  switch (change.do) {
    case 'join': {
      const group = pick(every(directory, 'active', 'group'), change.group);
      for (const place of change.members) {
        const member = pick(every(directory, 'active'), place);
        // Entra allows service principals only in security groups.
        const fits =
          member?.kind !== 'servicePrincipal' ||
          (group?.kind === 'group' && isPlainSecurity(group));
        if (group && member && group !== member && fits) directory.addMember(group.id, member.id);
      }
      return;
    }
    case 'leave': {
      const group = pick(every(directory, 'active', 'group'), change.group);
      const member = group && pick(directory.members(group.index), change.member);
      if (group && member !== undefined) directory.removeMember(group.id, directory.at(member).id);
      return;
    }
    case 'empty': {
      const group = pick(every(directory, 'active', 'group'), change.group);
      if (group)
        for (const member of directory.members(group.index).slice())
          directory.removeMember(group.id, directory.at(member).id);
      return;
    }
  }
}

function changeProperties(
  directory: Directory,
  change: ChangeTo<'rename' | 'describe' | 'disable'>,
  made: number,
): void {
  const name = `Made ${made}`;
  switch (change.do) {
    case 'rename': {
      const object = pick(
        [...every(directory, 'active', 'user'), ...every(directory, 'active', 'group')],
        change.object,
      );
      if (object?.kind === 'user') {
        const userPrincipalName = `made${made}@random.example`;
        directory.renameUser(object.id, { userPrincipalName, displayName: name });
      } else if (object) directory.changeGroup(object.id, { displayName: name });
      return;
    }
    case 'describe': {
      const group = pick(every(directory, 'active', 'group'), change.group);
      if (group) directory.changeGroup(group.id, { description: change.text });
      return;
    }
    case 'disable': {
      const person = pick(every(directory, 'active', 'user'), change.person);
      if (person?.kind === 'user')
        directory.changeUser(person.id, { accountEnabled: !person.accountEnabled });
      return;
    }
  }
}

function changeState(
  directory: Directory,
  change: ChangeTo<'delete' | 'purge' | 'restore'>,
  at: number,
): void {
  const object = pick(
    every(directory, change.do === 'delete' ? 'active' : 'softDeleted'),
    change.object,
  );
  if (!object) return;
  const { id } = object;
  if (change.do === 'restore') applyMutation(directory, { type: 'restore', id });
  else if (change.do === 'purge') applyMutation(directory, { type: 'purge', id, at });
  else applyMutation(directory, { type: 'remove', id, at });
}

function every(
  directory: Directory,
  state: ObjectState,
  only?: DirectoryObject['kind'],
): readonly DirectoryObject[] {
  return (['user', 'group', 'device', 'contact', 'servicePrincipal'] as const)
    .filter((kind) => only === undefined || kind === only)
    .flatMap((kind) => directory.indexes(kind).map((index) => directory.at(index)))
    .filter((object) => object.state === state);
}

function pick<T>(list: readonly T[], place: number): T | undefined {
  return list[place % list.length];
}

function isPlainSecurity(group: DirectoryGroup): boolean {
  return !group.mailEnabled && !group.groupTypes.includes('Unified');
}
