import { grant, newTenant } from '../../../practice/customers/new-tenant.ts';
import { createRandom } from '../../../practice/world/random.ts';
import type {
  DirectoryGroup,
  DirectoryObject,
  NewGroup,
  ObjectState,
} from '../../../practice/directory/types.ts';
import { applyMutation } from '../../../practice/world/directory-mutations.ts';
import type { PracticeTenant } from '../../../practice/world/types.ts';
import type { PracticeGraph } from '../practice-graph.ts';
import type { GroupSort, TenantChange } from './tenant-changes.ts';

/** A tenant of the practice cloud that changes as it is told. */
export interface RandomTenant {
  readonly tenant: PracticeTenant;
  /** Makes changes; one that cannot be made to this directory is left out. */
  change(changes: readonly TenantChange[]): void;
  /** Takes the tenant out of the cloud. */
  remove(): void;
}

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

/** Puts a tenant without groups into the cloud, with the connector granted. `label` decides its ids. */
export function addRandomTenant(practice: PracticeGraph, label: string): RandomTenant {
  const random = createRandom(label);
  const at = practice.clock.now();
  const tenant = newTenant(random, {
    key: label,
    displayName: label,
    stem: 'random',
    countryLetterCode: 'NO',
    now: at,
  });
  const [connector] = practice.world.registrations;
  if (connector === undefined) throw new Error('The practice cloud has no connector.');
  grant(random, tenant, connector, at - 1_000_000);
  practice.world.tenants.set(tenant.tenantId, tenant);
  const { directory } = tenant;
  let made = 0;

  const every = (state: ObjectState): readonly DirectoryObject[] =>
    (['user', 'group', 'device', 'contact', 'servicePrincipal'] as const)
      .flatMap((kind) => directory.indexes(kind).map((index) => directory.at(index)))
      .filter((object) => object.state === state);
  const pick = <T>(list: readonly T[], place: number): T | undefined => list[place % list.length];
  const groups = () => every('active').filter((object) => object.kind === 'group');
  const people = () => every('active').filter((object) => object.kind === 'user');

  const apply = (change: TenantChange): void => {
    made += 1;
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
      case 'join': {
        const group = pick(groups(), change.group);
        for (const place of change.members) {
          const member = pick(every('active'), place);
          // Entra lets service principals into security groups alone.
          const fits =
            member?.kind !== 'servicePrincipal' ||
            (group?.kind === 'group' && isPlainSecurity(group));
          if (group && member && group !== member && fits) directory.addMember(group.id, member.id);
        }
        return;
      }
      case 'leave': {
        const group = pick(groups(), change.group);
        const member = group && pick(directory.members(group.index), change.member);
        if (group && member !== undefined)
          directory.removeMember(group.id, directory.at(member).id);
        return;
      }
      case 'empty': {
        const group = pick(groups(), change.group);
        if (group)
          for (const member of directory.members(group.index).slice())
            directory.removeMember(group.id, directory.at(member).id);
        return;
      }
      case 'rename': {
        const object = pick([...people(), ...groups()], change.object);
        if (object?.kind === 'user') {
          const userPrincipalName = `made${made}@random.example`;
          directory.renameUser(object.id, { userPrincipalName, displayName: name });
        } else if (object) directory.changeGroup(object.id, { displayName: name });
        return;
      }
      case 'describe': {
        const group = pick(groups(), change.group);
        if (group) directory.changeGroup(group.id, { description: change.text });
        return;
      }
      case 'disable': {
        const person = pick(people(), change.person);
        if (person?.kind === 'user')
          directory.changeUser(person.id, { accountEnabled: !person.accountEnabled });
        return;
      }
      case 'delete':
      case 'purge':
      case 'restore': {
        const object = pick(
          every(change.do === 'delete' ? 'active' : 'softDeleted'),
          change.object,
        );
        if (!object) return;
        const { id } = object;
        if (change.do === 'restore') applyMutation(directory, { type: 'restore', id });
        else if (change.do === 'purge') applyMutation(directory, { type: 'purge', id, at });
        else applyMutation(directory, { type: 'remove', id, at });
        return;
      }
      case 'forgetChanges':
        directory.forgetChanges();
    }
  };
  return {
    tenant,
    change(changes) {
      for (const change of changes) apply(change);
    },
    remove() {
      practice.world.tenants.delete(tenant.tenantId);
    },
  };
}

function isPlainSecurity(group: DirectoryGroup): boolean {
  return !group.mailEnabled && !group.groupTypes.includes('Unified');
}
