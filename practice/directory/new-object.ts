import type {
  DirectoryContact,
  DirectoryDevice,
  DirectoryGroup,
  DirectoryPrincipal,
  DirectoryUser,
  NewContact,
  NewDevice,
  NewGroup,
  NewPrincipal,
  NewUser,
} from './types.ts';

const active = { state: 'active', deletedAt: null } as const;

/** A user as Entra would create it from the given properties. */
export function newUser(index: number, user: NewUser): DirectoryUser {
  return {
    mail: null,
    mailNickname: user.userPrincipalName.split('@')[0] ?? '',
    otherMails: [],
    proxyAddresses: user.mail ? [`SMTP:${user.mail}`] : [],
    userType: 'Member',
    externalUserState: null,
    accountEnabled: true,
    givenName: null,
    surname: null,
    jobTitle: null,
    department: null,
    officeLocation: null,
    preferredLanguage: null,
    onPremisesSyncEnabled: null,
    ...user,
    ...active,
    index,
    kind: 'user',
  };
}

/** A group as Entra would create it: a security group by default. */
export function newGroup(index: number, group: NewGroup): DirectoryGroup {
  return {
    description: null,
    mail: null,
    mailNickname: group.id.slice(0, 10),
    mailEnabled: false,
    securityEnabled: true,
    groupTypes: [],
    membershipRule: null,
    membershipRuleProcessingState: null,
    isAssignableToRole: null,
    onPremisesSyncEnabled: null,
    onPremisesSamAccountName: null,
    onPremisesLastSyncAt: null,
    visibility: null,
    classification: null,
    resourceProvisioningOptions: [],
    proxyAddresses: group.mail ? [`SMTP:${group.mail}`] : [],
    renewedAt: group.createdAt,
    ...group,
    ...active,
    index,
    kind: 'group',
  };
}

/** A device, joined Windows by default. */
export function newDevice(index: number, device: NewDevice): DirectoryDevice {
  return {
    deviceId: device.id,
    accountEnabled: true,
    operatingSystem: 'Windows',
    operatingSystemVersion: '10.0.26100.2894',
    trustType: 'AzureAd',
    ...device,
    ...active,
    index,
    kind: 'device',
  };
}

/** An organizational contact. */
export function newContact(index: number, contact: NewContact): DirectoryContact {
  return {
    mail: null,
    mailNickname: contact.displayName.replaceAll(/\W/g, ''),
    givenName: null,
    surname: null,
    companyName: null,
    proxyAddresses: contact.mail ? [`SMTP:${contact.mail}`] : [],
    ...contact,
    ...active,
    index,
    kind: 'contact',
  };
}

/** A service principal as a member. */
export function newPrincipal(index: number, principal: NewPrincipal): DirectoryPrincipal {
  return { ...principal, ...active, index, kind: 'servicePrincipal' };
}
