import type {
  DirectoryContact,
  DirectoryDevice,
  DirectoryGroup,
  DirectoryObjectKind,
  DirectoryUser,
} from '../directory/types.ts';
import { dateTime, entityType } from './entity-type.ts';
import type { EntityType } from './entity-type.ts';
import { principalMemberType } from './application-types.ts';

const text = 'eq ne not ge le in startsWith null';

/** https://learn.microsoft.com/graph/api/resources/user */
export const userType = entityType<DirectoryUser>({
  name: 'user',
  set: 'users',
  columns: {
    id: (user) => user.id,
    deletedDateTime: (user) => dateTime(user.deletedAt),
    accountEnabled: (user) => user.accountEnabled,
    businessPhones: () => [],
    createdDateTime: (user) => dateTime(user.createdAt),
    creationType: (user) => (user.userType === 'Guest' ? 'Invitation' : null),
    department: (user) => user.department,
    displayName: (user) => user.displayName,
    externalUserState: (user) => user.externalUserState,
    givenName: (user) => user.givenName,
    jobTitle: (user) => user.jobTitle,
    mail: (user) => user.mail,
    mailNickname: (user) => user.mailNickname,
    officeLocation: (user) => user.officeLocation,
    onPremisesSyncEnabled: (user) => user.onPremisesSyncEnabled,
    otherMails: (user) => user.otherMails,
    preferredLanguage: (user) => user.preferredLanguage,
    proxyAddresses: (user) => user.proxyAddresses,
    surname: (user) => user.surname,
    userPrincipalName: (user) => user.userPrincipalName,
    userType: (user) => user.userType,
  },
  unset: `ageGroup city companyName country employeeHireDate employeeId employeeType
    externalUserStateChangeDateTime faxNumber lastPasswordChangeDateTime mobilePhone
    onPremisesDistinguishedName onPremisesDomainName onPremisesImmutableId
    onPremisesLastSyncDateTime onPremisesSamAccountName onPremisesSecurityIdentifier
    onPremisesUserPrincipalName postalCode securityIdentifier state streetAddress usageLocation`,
  unsetCollections: 'assignedLicenses assignedPlans identities imAddresses provisionedPlans',
  defaults: `businessPhones displayName givenName jobTitle mail mobilePhone officeLocation
    preferredLanguage surname userPrincipalName id`,
  filters: {
    id: 'eq ne not in',
    accountEnabled: 'eq ne not in',
    department: text,
    displayName: text,
    givenName: text,
    jobTitle: text,
    surname: text,
    mail: `${text} endsWith`,
    mailNickname: text,
    userPrincipalName: `${text} endsWith`,
    userType: 'eq ne not in null',
    externalUserState: 'eq ne not in null',
    onPremisesSyncEnabled: 'eq ne not in null',
    otherMails: 'any eq not ge le in startsWith endsWith',
    proxyAddresses: 'any eq not ge le startsWith endsWith',
    city: text,
    companyName: text,
    country: text,
  },
});

/** https://learn.microsoft.com/graph/api/resources/group */
export const groupType = entityType<DirectoryGroup>({
  name: 'group',
  set: 'groups',
  columns: {
    id: (group) => group.id,
    deletedDateTime: (group) => dateTime(group.deletedAt),
    classification: (group) => group.classification,
    createdDateTime: (group) => dateTime(group.createdAt),
    description: (group) => group.description,
    displayName: (group) => group.displayName,
    groupTypes: (group) => group.groupTypes,
    isAssignableToRole: (group) => group.isAssignableToRole,
    mail: (group) => group.mail,
    mailEnabled: (group) => group.mailEnabled,
    mailNickname: (group) => group.mailNickname,
    membershipRule: (group) => group.membershipRule,
    membershipRuleProcessingState: (group) => group.membershipRuleProcessingState,
    onPremisesLastSyncDateTime: (group) => dateTime(group.onPremisesLastSyncAt),
    onPremisesSamAccountName: (group) => group.onPremisesSamAccountName,
    onPremisesSyncEnabled: (group) => group.onPremisesSyncEnabled,
    proxyAddresses: (group) => group.proxyAddresses,
    renewedDateTime: (group) => dateTime(group.renewedAt),
    resourceProvisioningOptions: (group) => group.resourceProvisioningOptions,
    securityEnabled: (group) => group.securityEnabled,
    visibility: (group) => group.visibility,
  },
  unset: `expirationDateTime onPremisesDomainName onPremisesNetBiosName
    onPremisesSecurityIdentifier preferredDataLocation preferredLanguage securityIdentifier theme
    uniqueName`,
  unsetCollections: `assignedLabels assignedLicenses onPremisesProvisioningErrors
    resourceBehaviorOptions serviceProvisioningErrors`,
  defaults: `id deletedDateTime classification createdDateTime description
    displayName expirationDateTime groupTypes isAssignableToRole mail mailEnabled mailNickname
    membershipRule membershipRuleProcessingState onPremisesDomainName onPremisesLastSyncDateTime
    onPremisesNetBiosName onPremisesSamAccountName onPremisesSecurityIdentifier
    onPremisesSyncEnabled preferredDataLocation preferredLanguage proxyAddresses renewedDateTime
    resourceBehaviorOptions resourceProvisioningOptions securityEnabled securityIdentifier theme
    uniqueName visibility onPremisesProvisioningErrors serviceProvisioningErrors`,
  filters: {
    id: 'eq ne not in',
    classification: 'eq ne not ge le startsWith',
    description: 'eq ne not ge le startsWith',
    displayName: text,
    mail: text,
    mailNickname: text,
    groupTypes: 'any eq not',
    mailEnabled: 'eq ne not',
    securityEnabled: 'eq ne not in',
    isAssignableToRole: 'eq ne not',
    membershipRule: 'eq ne not ge le startsWith',
    membershipRuleProcessingState: 'eq ne not in',
    onPremisesSyncEnabled: 'eq ne not in null',
    proxyAddresses: 'any eq not ge le startsWith',
    resourceProvisioningOptions: 'any eq not',
  },
});

/** https://learn.microsoft.com/graph/api/resources/device */
export const deviceType = entityType<DirectoryDevice>({
  name: 'device',
  set: 'devices',
  columns: {
    id: (device) => device.id,
    deletedDateTime: (device) => dateTime(device.deletedAt),
    accountEnabled: (device) => device.accountEnabled,
    deviceId: (device) => device.deviceId,
    deviceVersion: () => 2,
    displayName: (device) => device.displayName,
    operatingSystem: (device) => device.operatingSystem,
    operatingSystemVersion: (device) => device.operatingSystemVersion,
    profileType: () => 'RegisteredDevice',
    registrationDateTime: (device) => dateTime(device.createdAt),
    trustType: (device) => device.trustType,
  },
  unset: `approximateLastSignInDateTime complianceExpirationDateTime deviceMetadata
    deviceOwnership isCompliant isManaged manufacturer mdmAppId model onPremisesLastSyncDateTime
    onPremisesSyncEnabled`,
  unsetCollections: 'alternativeSecurityIds physicalIds systemLabels',
  defaults: `id deletedDateTime accountEnabled approximateLastSignInDateTime
    complianceExpirationDateTime deviceId deviceMetadata deviceVersion displayName isCompliant
    isManaged manufacturer mdmAppId model onPremisesLastSyncDateTime onPremisesSyncEnabled
    operatingSystem operatingSystemVersion physicalIds profileType registrationDateTime
    systemLabels trustType alternativeSecurityIds`,
  filters: {
    id: 'eq ne not in',
    accountEnabled: 'eq ne not in',
    deviceId: 'eq ne not in startsWith',
    displayName: text,
    operatingSystem: 'eq ne not ge le startsWith null',
  },
});

/** https://learn.microsoft.com/graph/api/resources/orgcontact */
export const contactType = entityType<DirectoryContact>({
  name: 'orgContact',
  set: 'contacts',
  columns: {
    id: (contact) => contact.id,
    deletedDateTime: (contact) => dateTime(contact.deletedAt),
    companyName: (contact) => contact.companyName,
    displayName: (contact) => contact.displayName,
    givenName: (contact) => contact.givenName,
    mail: (contact) => contact.mail,
    mailNickname: (contact) => contact.mailNickname,
    proxyAddresses: (contact) => contact.proxyAddresses,
    surname: (contact) => contact.surname,
  },
  unset: 'department jobTitle onPremisesLastSyncDateTime onPremisesSyncEnabled',
  unsetCollections: 'addresses onPremisesProvisioningErrors phones serviceProvisioningErrors',
  defaults: `id deletedDateTime addresses companyName department displayName givenName jobTitle
    mail mailNickname onPremisesLastSyncDateTime onPremisesProvisioningErrors
    onPremisesSyncEnabled phones proxyAddresses serviceProvisioningErrors surname`,
  filters: { id: 'eq ne not in', displayName: text, mail: text, mailNickname: text },
});

/** A directory role of an account, as `memberOf` lists it. */
export interface HeldRole {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly roleTemplateId: string;
}

/** https://learn.microsoft.com/graph/api/resources/directoryrole */
export const directoryRoleType = entityType<HeldRole>({
  name: 'directoryRole',
  set: 'directoryRoles',
  columns: {
    id: (role) => role.id,
    deletedDateTime: () => null,
    description: (role) => role.description,
    displayName: (role) => role.displayName,
    roleTemplateId: (role) => role.roleTemplateId,
  },
  defaults: 'id deletedDateTime description displayName roleTemplateId',
  filters: { id: 'eq', displayName: text, roleTemplateId: 'eq' },
});

/** The declared type of lists of mixed objects: any property of their types may be selected. */
export const directoryObjectType = entityType<{
  readonly id: string;
  readonly displayName: string;
  readonly mail?: string | null;
}>({
  name: 'directoryObject',
  set: 'directoryObjects',
  columns: {
    id: (object) => object.id,
    displayName: (object) => object.displayName,
    mail: (object) => object.mail ?? null,
  },
  defaults: 'id',
  filters: { id: 'eq in', displayName: text, mail: text },
});

/** The Graph type of each kind of directory object. */
export const typeOfKind: Readonly<Record<DirectoryObjectKind, EntityType>> = {
  user: userType,
  group: groupType,
  device: deviceType,
  contact: contactType,
  servicePrincipal: principalMemberType,
};
