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

/** The permission that the portal gives every new registration. */
const firstPermission = 'User.Read';

/**
 * Registers an application in a tenant, as the portal does: one delegated permission, no redirect URI, no
 * credential, an unverified publisher, and a service principal without grants in the home tenant.
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
 * Deletes a registration and its service principal in the home tenant. The principals in other tenants
 * remain, but can no longer be used to sign in.
 */
export function deleteRegistration(world: World, registration: AppRegistration, now: number): void {
  registration.deletedAt = now;
  const home = world.tenants.get(registration.homeTenantId);
  if (home === undefined) return;
  const principal = currentPrincipalOf(home, registration.clientId);
  if (principal !== undefined) deletePrincipal(home, principal.objectId, now);
}

/**
 * Adds a certificate to the existing ones. Throws when it has expired or is already registered. `now` in
 * milliseconds.
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

/** Creates a new secret and returns its value, which is not stored. Times in milliseconds. */
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

/** Removes a certificate or a secret. Returns whether it existed. */
export function removeCredential(registration: AppRegistration, keyId: string): boolean {
  const { certificates, secrets } = registration;
  registration.certificates = certificates.filter((one) => one.keyId !== keyId);
  registration.secrets = secrets.filter((one) => one.keyId !== keyId);
  return (
    registration.certificates.length + registration.secrets.length <
    certificates.length + secrets.length
  );
}

/** Adds a required permission; an existing one does not change. */
export function requirePermission(
  registration: AppRegistration,
  permission: PermissionReference,
): void {
  if (!registration.requiredResourceAccess.some((one) => isSame(one, permission))) {
    registration.requiredResourceAccess.push(permission);
  }
}

/** Removes a required permission. What tenants have already granted remains granted. */
export function dropPermission(
  registration: AppRegistration,
  permission: Pick<PermissionReference, 'id' | 'type'>,
): void {
  registration.requiredResourceAccess = registration.requiredResourceAccess.filter(
    (one) => !isSame(one, permission),
  );
}

/** A Microsoft Graph permission by name. Throws when Graph has none with that name and type. */
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
