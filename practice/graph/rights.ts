import type { DirectoryObjectKind } from '../directory/types.ts';
import type { Caller } from './caller.ts';

/** Read permissions, any one of which is enough, by kind of token. */
export interface Rights {
  readonly delegated: readonly string[];
  readonly application: readonly string[];
  /** Delegated permissions that are enough for the signed-in user's own objects. */
  readonly own?: readonly string[];
}

const both = (text: string): Rights => ({
  delegated: text.split(' '),
  application: text.split(' '),
});

const groupReading = 'Directory.Read.All Group.Read.All Group.ReadBasic.All GroupMember.Read.All';

/** The permissions table, by resource. */
export const rights = {
  organization: {
    ...both('Directory.Read.All Organization.Read.All User.Read.All'),
    delegated: ['Directory.Read.All', 'Organization.Read.All', 'User.Read', 'User.Read.All'],
  },
  domains: both('Directory.Read.All Domain.Read.All'),
  groups: both(groupReading),
  groupMembers: both(`${groupReading} GroupMember.ReadBasic.All`),
  groupOwners: both('Directory.Read.All Group.Read.All GroupMember.Read.All'),
  groupMemberOf: both(`${groupReading} GroupMember.ReadBasic.All`),
  users: both('Directory.Read.All User.Read.All User.ReadBasic.All'),
  usersDelta: both('Directory.Read.All User.Read.All'),
  user: { ...both('Directory.Read.All User.Read.All User.ReadBasic.All'), own: ['User.Read'] },
  me: {
    delegated: ['Directory.Read.All', 'User.Read', 'User.Read.All', 'User.ReadBasic.All'],
    application: [],
  },
  userMemberOf: {
    delegated: `${groupReading} GroupMember.ReadBasic.All User.Read.All`.split(' '),
    application: `${groupReading} GroupMember.ReadBasic.All User.Read.All`.split(' '),
    own: ['User.Read'],
  },
  devices: both('Device.Read.All Directory.Read.All'),
  contacts: both('OrgContact.Read.All Directory.Read.All'),
  applications: both('Application.Read.All Directory.Read.All'),
  servicePrincipals: both('Application.Read.All Directory.Read.All'),
  permissionGrants: both('Directory.Read.All'),
  deletedApplications: both('Application.Read.All'),
  deletedGroups: both('Group.Read.All'),
  deletedUsers: both('User.Read.All'),
  deletedDevices: both('Device.Read.All'),
  contracts: both('Directory.Read.All'),
  partnerRelationships: both('DelegatedAdminRelationship.Read.All'),
  tenantInformation: both('CrossTenantInformation.ReadBasic.All'),
} as const satisfies Record<string, Rights>;

/**
 * Whether the caller has a permission that the call requires. `own`: the call is about the signed-in user.
 */
export function isAllowed(caller: Caller, wanted: Rights, own: boolean): boolean {
  if (caller.kind === 'application') return caller.has(...wanted.application);
  return (
    caller.has(...wanted.delegated, 'Directory.AccessAsUser.All') ||
    (own && wanted.own !== undefined && caller.has(...wanted.own))
  );
}

const kindRights: Readonly<Record<DirectoryObjectKind, Rights>> = {
  user: rights.users,
  group: rights.groups,
  device: rights.devices,
  contact: rights.contacts,
  servicePrincipal: rights.servicePrincipals,
};

/** Whether objects of a kind are complete inside lists, or limited to type and ID. */
export function mayRead(caller: Caller, kind: DirectoryObjectKind): boolean {
  return isAllowed(caller, kindRights[kind], false);
}
