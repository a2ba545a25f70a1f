import { randomBytes, randomUUID } from 'node:crypto';
import { keepSecret } from './registered-credential.ts';
import { graphAppId, graphPermissions } from './permission-catalog.ts';
import { addPrincipal, currentPrincipalOf, deletePrincipal } from './principals.ts';
import type {
  AppRegistration,
  PermissionReference,
  PracticeTenant,
  RegisteredCertificate,
  World,
} from './types.ts';

/** The permission that every new registration begins with, as the portal makes it. */
const firstPermission = 'User.Read';

/**
 * Registers an application in a tenant, as the portal does: one delegated permission, no redirect
 * URI, no credential, an unverified publisher, and a service principal at home without any grant.
 */
export function register(
  world: World,
  home: PracticeTenant,
  facts: { readonly displayName: string; readonly multiTenant: boolean },
  now: number,
): AppRegistration {
  const registration: AppRegistration = {
    objectId: randomUUID(),
    clientId: randomUUID(),
    displayName: facts.displayName,
    createdAt: now,
    deletedAt: null,
    publisher: { name: home.displayName, verified: false },
    homeTenantId: home.tenantId,
    multiTenant: facts.multiTenant,
    redirectUris: [],
    requiredResourceAccess: [graphPermission(firstPermission, 'delegated')],
    secrets: [],
    certificates: [],
    disabledByMicrosoft: false,
    isDisabled: false,
  };
  world.registrations.push(registration);
  addPrincipal(home, registration, now);
  return registration;
}

/** The registrations of a tenant that have not been deleted. */
export function registrationsOf(world: World, home: PracticeTenant): AppRegistration[] {
  return world.registrations.filter(
    (one) => one.homeTenantId === home.tenantId && one.deletedAt === null,
  );
}

/**
 * Deletes a registration, and its service principal at home. Elsewhere the principals stay, and
 * nobody can sign in by them.
 */
export function deleteRegistration(world: World, registration: AppRegistration, now: number): void {
  registration.deletedAt = now;
  const home = world.tenants.get(registration.homeTenantId);
  if (home === undefined) return;
  const principal = currentPrincipalOf(home, registration.clientId);
  if (principal !== undefined) deletePrincipal(home, principal.objectId, now);
}

/**
 * Adds a certificate beside those that are there. Throws where it has expired, or is there already.
 * `now` in milliseconds.
 */
export function addCertificate(
  registration: AppRegistration,
  certificate: RegisteredCertificate,
  now: number,
): void {
  if (certificate.expiresAt <= now) {
    throw new Error('The end date of this certificate is in the past. Upload one that is valid.');
  }
  if (registration.certificates.some(({ pem }) => pem === certificate.pem)) {
    throw new Error('This certificate is already on the application.');
  }
  registration.certificates.push(certificate);
}

/** Makes a new secret and answers its value, which is kept nowhere. Times in milliseconds. */
export function addSecret(
  registration: AppRegistration,
  displayName: string | null,
  now: number,
  expiresAt: number,
): string {
  const value = randomBytes(30).toString('base64url');
  registration.secrets.push(keepSecret(value, displayName, now, expiresAt));
  return value;
}

/** Takes a certificate or a secret away. Answers whether it was there. */
export function removeCredential(registration: AppRegistration, keyId: string): boolean {
  const { certificates, secrets } = registration;
  registration.certificates = certificates.filter((one) => one.keyId !== keyId);
  registration.secrets = secrets.filter((one) => one.keyId !== keyId);
  return (
    registration.certificates.length + registration.secrets.length <
    certificates.length + secrets.length
  );
}

/** Adds a required permission; one that is there already stays as it is. */
export function requirePermission(
  registration: AppRegistration,
  permission: PermissionReference,
): void {
  if (!registration.requiredResourceAccess.some((one) => isSame(one, permission))) {
    registration.requiredResourceAccess.push(permission);
  }
}

/** Takes a required permission away. What tenants have granted of it stays granted. */
export function dropPermission(
  registration: AppRegistration,
  permission: Pick<PermissionReference, 'id' | 'type'>,
): void {
  registration.requiredResourceAccess = registration.requiredResourceAccess.filter(
    (one) => !isSame(one, permission),
  );
}

/** A permission of Microsoft Graph by its name. Throws where Graph has none of that name and type. */
export function graphPermission(
  value: string,
  type: PermissionReference['type'],
): PermissionReference {
  const found = graphPermissions.find((row) => row.value === value && row.type === type);
  if (found === undefined) throw new Error(`Microsoft Graph has no ${type} permission '${value}'.`);
  return { resourceAppId: graphAppId, id: found.id, type };
}

function isSame(
  one: Pick<PermissionReference, 'id' | 'type'>,
  other: Pick<PermissionReference, 'id' | 'type'>,
): boolean {
  return one.id === other.id && one.type === other.type;
}
