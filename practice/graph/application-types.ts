import type { DirectoryPrincipal } from '../directory/types.ts';
import type { AppRoleAssignment, PermissionGrant, ServicePrincipal } from '../world/types.ts';
import { dateTime, entityType } from './entity-type.ts';
import type { EntityContext } from './entity-type.ts';
import { graphAppId, graphPermissions } from '../world/permission-catalog.ts';
import { verifiedPublisher } from './registration-type.ts';

/** The tenant that owns Microsoft's applications. */
const microsoftServicesTenantId = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';

/** Includes deleted registrations: their principals in other tenants still show where they came from. */
const registration = (principal: ServicePrincipal, { world }: EntityContext) =>
  world.registrations.find(({ clientId }) => clientId === principal.appId);

/** https://learn.microsoft.com/graph/api/resources/serviceprincipal */
export const servicePrincipalType = entityType<ServicePrincipal>({
  name: 'servicePrincipal',
  set: 'servicePrincipals',
  columns: {
    id: (principal) => principal.objectId,
    deletedDateTime: (principal) => dateTime(principal.deletedAt),
    accountEnabled: (principal) => principal.accountEnabled,
    appDisplayName: (principal, context) =>
      registration(principal, context)?.displayName ?? principal.displayName,
    appId: (principal) => principal.appId,
    appOwnerOrganizationId: (principal, context) =>
      principal.appId === graphAppId
        ? microsoftServicesTenantId
        : (registration(principal, context)?.homeTenantId ?? context.tenant.tenantId),
    appRoleAssignmentRequired: (principal) => principal.appRoleAssignmentRequired,
    appRoles: (principal) => (principal.appId === graphAppId ? graphAppRoles : []),
    disabledByMicrosoftStatus: (principal, context) =>
      registration(principal, context)?.disabledByMicrosoft === true
        ? 'DisabledDueToViolationOfServicesAgreement'
        : null,
    displayName: (principal) => principal.displayName,
    isDisabled: (principal, context) =>
      registration(principal, context)?.isDisabled === true ? true : null,
    info: () => ({
      termsOfServiceUrl: null,
      supportUrl: null,
      privacyStatementUrl: null,
      marketingUrl: null,
      logoUrl: null,
    }),
    oauth2PermissionScopes: (principal) => (principal.appId === graphAppId ? graphScopes : []),
    replyUrls: (principal, context) =>
      registration(principal, context)?.redirectUris.map((redirect) => redirect.uri) ?? [],
    servicePrincipalNames: (principal) => [principal.appId],
    servicePrincipalType: () => 'Application',
    signInAudience: (principal, context) =>
      principal.appId === graphAppId || registration(principal, context)?.multiTenant === true
        ? 'AzureADMultipleOrgs'
        : 'AzureADMyOrg',
    tags: (principal) =>
      principal.appId === graphAppId ? [] : ['WindowsAzureActiveDirectoryIntegratedApp'],
    verifiedPublisher: (principal, context) =>
      verifiedPublisher(registration(principal, context)?.publisher),
  },
  unset: `appDescription applicationTemplateId description homepage loginUrl logoutUrl notes
    preferredSingleSignOnMode preferredTokenSigningKeyThumbprint samlSingleSignOnSettings
    tokenEncryptionKeyId`,
  unsetCollections: `addIns alternativeNames keyCredentials notificationEmailAddresses
    passwordCredentials resourceSpecificApplicationPermissions`,
  defaults: `id deletedDateTime accountEnabled alternativeNames appDisplayName appDescription appId
    applicationTemplateId appOwnerOrganizationId appRoleAssignmentRequired
    description disabledByMicrosoftStatus displayName homepage isDisabled loginUrl logoutUrl notes
    notificationEmailAddresses preferredSingleSignOnMode preferredTokenSigningKeyThumbprint
    replyUrls servicePrincipalNames servicePrincipalType signInAudience tags tokenEncryptionKeyId
    samlSingleSignOnSettings addIns appRoles info keyCredentials oauth2PermissionScopes
    passwordCredentials resourceSpecificApplicationPermissions verifiedPublisher`,
  filters: {
    id: 'eq ne not in',
    appId: 'eq ne not in startsWith',
    displayName: 'eq ne not ge le in startsWith null',
    accountEnabled: 'eq ne not in',
    servicePrincipalType: 'eq ne not in',
    appOwnerOrganizationId: 'eq',
    tags: 'any eq not ge le startsWith',
  },
});

/** A service principal in a list of members: what the directory stores about it. */
export const principalMemberType = entityType<DirectoryPrincipal>({
  name: 'servicePrincipal',
  set: 'servicePrincipals',
  columns: {
    id: (principal) => principal.id,
    deletedDateTime: (principal) => dateTime(principal.deletedAt),
    appDisplayName: (principal) => principal.displayName,
    appId: (principal) => principal.appId,
    displayName: (principal) => principal.displayName,
    servicePrincipalType: () => 'Application',
  },
  defaults: 'id deletedDateTime appDisplayName appId displayName servicePrincipalType',
  filters: { id: 'eq in', appId: 'eq in', displayName: 'eq in startsWith' },
});

/** https://learn.microsoft.com/graph/api/resources/approleassignment */
export const appRoleAssignmentType = entityType<AppRoleAssignment>({
  name: 'appRoleAssignment',
  set: 'appRoleAssignments',
  columns: {
    id: (row) => row.id,
    deletedDateTime: () => null,
    appRoleId: (row) => row.appRoleId,
    createdDateTime: (row) => dateTime(row.createdAt),
    principalDisplayName: (row, context) => principalName(row.principalId, context),
    principalId: (row) => row.principalId,
    principalType: () => 'ServicePrincipal',
    resourceDisplayName: (row, context) => principalName(row.resourceId, context),
    resourceId: (row) => row.resourceId,
  },
  defaults: `id deletedDateTime appRoleId createdDateTime principalDisplayName principalId
    principalType resourceDisplayName resourceId`,
  filters: { resourceId: 'eq', appRoleId: 'eq', principalId: 'eq' },
});

/** https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant */
export const permissionGrantType = entityType<PermissionGrant>({
  name: 'oAuth2PermissionGrant',
  set: 'oauth2PermissionGrants',
  columns: {
    clientId: (row) => row.clientId,
    consentType: (row) => row.consentType,
    id: (row) => row.id,
    principalId: (row) => row.principalId,
    resourceId: (row) => row.resourceId,
    scope: (row) => row.scope,
  },
  defaults: 'clientId consentType id principalId resourceId scope',
  filters: {
    clientId: 'eq ne',
    consentType: 'eq ne',
    principalId: 'eq ne null',
    resourceId: 'eq ne',
    scope: 'eq',
  },
});

const graphAppRoles = graphPermissions
  .filter((permission) => permission.type === 'application')
  .map((permission) => ({
    allowedMemberTypes: ['Application'],
    description: permission.adminDisplayName,
    displayName: permission.adminDisplayName,
    id: permission.id,
    isEnabled: true,
    origin: 'Application',
    value: permission.value,
  }));

const graphScopes = graphPermissions
  .filter((permission) => permission.type === 'delegated')
  .map((permission) => ({
    adminConsentDescription: permission.adminDisplayName,
    adminConsentDisplayName: permission.adminDisplayName,
    id: permission.id,
    isEnabled: true,
    type: permission.adminConsentRequired ? 'Admin' : 'User',
    userConsentDescription: permission.userDisplayName,
    userConsentDisplayName: permission.userDisplayName,
    value: permission.value,
  }));

function principalName(objectId: string, { tenant }: EntityContext): string | null {
  const all = [...tenant.servicePrincipals, ...tenant.deletedServicePrincipals];
  return all.find((principal) => principal.objectId === objectId)?.displayName ?? null;
}
