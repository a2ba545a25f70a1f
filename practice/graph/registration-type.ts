import { thumbprints } from '../world/registered-credential.ts';
import type {
  AppRegistration,
  PermissionReference,
  RegisteredCertificate,
  RegisteredSecret,
} from '../world/types.ts';
import { dateTime, entityType } from './entity-type.ts';

/** https://learn.microsoft.com/graph/api/resources/application */
export const registrationType = entityType<AppRegistration>({
  name: 'application',
  set: 'applications',
  columns: {
    id: (one) => one.objectId,
    deletedDateTime: (one) => dateTime(one.deletedAt),
    appId: (one) => one.clientId,
    createdDateTime: (one) => dateTime(one.createdAt),
    displayName: (one) => one.displayName,
    disabledByMicrosoftStatus: (one) =>
      one.disabledByMicrosoft ? 'DisabledDueToViolationOfServicesAgreement' : null,
    isDisabled: (one) => (one.isDisabled ? true : null),
    publisherDomain: (_, { tenant }) => tenant.domains.find((domain) => domain.isInitial)?.name,
    signInAudience: (one) => (one.multiTenant ? 'AzureADMultipleOrgs' : 'AzureADMyOrg'),
    api: () => ({
      acceptMappedClaims: null,
      knownClientApplications: [],
      requestedAccessTokenVersion: null,
      oauth2PermissionScopes: [],
      preAuthorizedApplications: [],
    }),
    info: () => ({
      termsOfServiceUrl: null,
      supportUrl: null,
      privacyStatementUrl: null,
      marketingUrl: null,
      logoUrl: null,
    }),
    keyCredentials: (one) => one.certificates.map(keyCredential),
    parentalControlSettings: () => ({
      countriesBlockedForMinors: [],
      legalAgeGroupRule: 'Allow',
    }),
    passwordCredentials: (one) => one.secrets.map(passwordCredential),
    publicClient: (one) => ({ redirectUris: redirects(one, 'publicClient') }),
    requiredResourceAccess: (one) => requiredAccess(one.requiredResourceAccess),
    spa: () => ({ redirectUris: [] }),
    verifiedPublisher: ({ publisher }) => verifiedPublisher(publisher),
    web: (one) => ({
      homePageUrl: null,
      logoutUrl: null,
      redirectUris: redirects(one, 'web'),
      implicitGrantSettings: {
        enableAccessTokenIssuance: false,
        enableIdTokenIssuance: false,
      },
      redirectUriSettings: redirects(one, 'web').map((uri) => ({ uri, index: null })),
    }),
  },
  unset: `applicationTemplateId certification createdByAppId defaultRedirectUri description
    groupMembershipClaims isDeviceOnlyAuthSupported isFallbackPublicClient notes optionalClaims
    requestSignatureVerification samlMetadataUrl serviceManagementReference
    servicePrincipalLockConfiguration tokenEncryptionKeyId uniqueName`,
  unsetCollections: 'addIns appRoles identifierUris tags',
  defaults: `id deletedDateTime appId applicationTemplateId disabledByMicrosoftStatus
    createdDateTime displayName description groupMembershipClaims identifierUris
    isDeviceOnlyAuthSupported isDisabled isFallbackPublicClient notes publisherDomain
    serviceManagementReference signInAudience tags tokenEncryptionKeyId uniqueName samlMetadataUrl
    defaultRedirectUri certification optionalClaims servicePrincipalLockConfiguration
    requestSignatureVerification addIns api appRoles info keyCredentials parentalControlSettings
    passwordCredentials publicClient requiredResourceAccess verifiedPublisher web spa`,
  filters: {
    id: 'eq ne not in',
    appId: 'eq in',
    displayName: 'eq ne not ge le in startsWith null',
    createdDateTime: 'eq ne not ge le in null',
    signInAudience: 'eq ne not',
    publisherDomain: 'eq ne ge le startsWith',
  },
});

function redirects(
  { redirectUris }: AppRegistration,
  platform: 'publicClient' | 'web',
): readonly string[] {
  return redirectUris.filter((one) => one.platform === platform).map(({ uri }) => uri);
}

/** By resource, as Graph groups them. */
function requiredAccess(permissions: readonly PermissionReference[]): unknown[] {
  const resources = [...new Set(permissions.map(({ resourceAppId }) => resourceAppId))];
  return resources.map((resourceAppId) => ({
    resourceAppId,
    resourceAccess: permissions
      .filter((one) => one.resourceAppId === resourceAppId)
      .map(({ id, type }) => ({ id, type: type === 'delegated' ? 'Scope' : 'Role' })),
  }));
}

/** `key` is null in every list, and the practice cloud never returns it. */
function keyCredential(certificate: RegisteredCertificate): unknown {
  return {
    customKeyIdentifier: thumbprints(certificate.pem).sha1.toString('base64'),
    displayName: certificate.displayName,
    endDateTime: dateTime(certificate.expiresAt),
    key: null,
    keyId: certificate.keyId,
    startDateTime: dateTime(certificate.notBefore),
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
  };
}

function passwordCredential(secret: RegisteredSecret): unknown {
  return {
    customKeyIdentifier: null,
    displayName: secret.displayName,
    endDateTime: dateTime(secret.expiresAt),
    hint: secret.hint,
    keyId: secret.keyId,
    secretText: null,
    startDateTime: dateTime(secret.startsAt),
  };
}

/** Null values for an unverified publisher. */
export function verifiedPublisher(publisher: AppRegistration['publisher'] | undefined): unknown {
  return publisher?.verified === true
    ? { displayName: publisher.name, verifiedPublisherId: '1000001', addedDateTime: null }
    : { displayName: null, verifiedPublisherId: null, addedDateTime: null };
}
