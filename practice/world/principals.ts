import { randomBytes, randomUUID } from 'node:crypto';
import type {
  AppRegistration,
  PermissionGrant,
  PracticeTenant,
  ServicePrincipal,
} from './types.ts';

/** Grant and assignment IDs are 43 URL-safe characters, not GUIDs. */
export function newOpaqueId(): string {
  return randomBytes(32).toString('base64url');
}

/** The service principal with this object ID, unless deleted; also one that not every reader can see yet. */
export function currentPrincipal(
  tenant: PracticeTenant,
  objectId: string,
): ServicePrincipal | undefined {
  return tenant.servicePrincipals.find((principal) => principal.objectId === objectId);
}

/** The service principal of an application, unless deleted. */
export function currentPrincipalOf(
  tenant: PracticeTenant,
  appId: string,
): ServicePrincipal | undefined {
  return tenant.servicePrincipals.find((principal) => principal.appId === appId);
}

/** Creates the service principal of an application: without permissions, and enabled for sign-in. */
export function addPrincipal(
  tenant: PracticeTenant,
  { clientId, displayName }: Pick<AppRegistration, 'clientId' | 'displayName'>,
  now: number,
): ServicePrincipal {
  const principal: ServicePrincipal = {
    objectId: randomUUID(),
    appId: clientId,
    displayName,
    accountEnabled: true,
    appRoleAssignmentRequired: false,
    assignedUsers: [],
    createdAt: now,
    deletedAt: null,
  };
  tenant.servicePrincipals.push(principal);
  return principal;
}

/**
 * Deletes a service principal as the portal does: it moves to the deleted items, and its grants with it.
 * Throws when the tenant has no such principal.
 */
export function deletePrincipal(tenant: PracticeTenant, objectId: string, now: number): void {
  const principal = currentPrincipal(tenant, objectId);
  if (principal === undefined) {
    throw new Error(`Tenant ${tenant.tenantId} has no service principal ${objectId} to delete.`);
  }
  principal.deletedAt = now;
  tenant.servicePrincipals = tenant.servicePrincipals.filter((other) => other !== principal);
  tenant.deletedServicePrincipals.push(principal);
  for (const row of tenant.appRoleAssignments) {
    if (row.principalId === objectId) row.deletedAt ??= now;
  }
  for (const row of tenant.permissionGrants) {
    if (row.clientId === objectId) row.deletedAt ??= now;
  }
}

/**
 * Restores a deleted service principal of the application, as `POST /directory/deletedItems/{id}/restore`
 * does: with its former object ID and configuration, including its grants; all readers see it immediately.
 * Throws when there is none, or when a new one uses the name, which Microsoft answers with 409.
 */
export function restorePrincipal(
  tenant: PracticeTenant,
  appId: string,
  wanted: string | undefined,
): void {
  const principal = tenant.deletedServicePrincipals.findLast(
    (one) => one.appId === appId && (wanted === undefined || one.objectId === wanted),
  );
  if (principal === undefined) {
    throw new Error(`Tenant ${tenant.tenantId} has no deleted service principal of ${appId}.`);
  }
  if (currentPrincipalOf(tenant, appId) !== undefined) {
    throw new Error(
      `The service principal ${principal.objectId} cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
    );
  }
  const { deletedAt, objectId } = principal;
  const wentWithIt = (row: { readonly deletedAt?: number | null }, owner: string): boolean =>
    owner === objectId && row.deletedAt === deletedAt;
  for (const row of tenant.appRoleAssignments) {
    if (wentWithIt(row, row.principalId)) row.deletedAt = null;
  }
  for (const row of tenant.permissionGrants) {
    if (wentWithIt(row, row.clientId)) row.deletedAt = null;
  }
  principal.deletedAt = null;
  tenant.deletedServicePrincipals = tenant.deletedServicePrincipals.filter(
    (other) => other !== principal,
  );
  tenant.servicePrincipals.push(principal);
}

interface Client {
  readonly principalId: string;
  /** Object ID of the resource's principal. */
  readonly resourceId: string;
}

/** Grants application permissions, by ID; existing grants do not change. */
export function addAssignments(
  tenant: PracticeTenant,
  { principalId, resourceId }: Client,
  appRoleIds: readonly string[],
  now: number,
): void {
  const held = new Set(
    tenant.appRoleAssignments
      .filter((row) => row.principalId === principalId && !row.deletedAt)
      .map((row) => row.appRoleId),
  );
  for (const appRoleId of appRoleIds) {
    if (held.has(appRoleId)) continue;
    tenant.appRoleAssignments.push({
      id: newOpaqueId(),
      principalId,
      resourceId,
      appRoleId,
      createdAt: now,
      deletedAt: null,
    });
  }
}

/** Revokes one application permission. Returns whether it was granted. */
export function removeAssignment(
  tenant: PracticeTenant,
  principalId: string,
  appRoleId: string,
  now: number,
): boolean {
  const rows = tenant.appRoleAssignments.filter(
    (row) => row.principalId === principalId && row.appRoleId === appRoleId && !row.deletedAt,
  );
  for (const row of rows) row.deletedAt = now;
  return rows.length > 0;
}

/** The grant with a client's delegated scopes: for the whole tenant, or for one user. */
export function currentGrant(
  tenant: PracticeTenant,
  clientId: string,
  userId: string | null,
): PermissionGrant | undefined {
  return tenant.permissionGrants.find(
    (row) => row.clientId === clientId && row.principalId === userId && !row.deletedAt,
  );
}

/**
 * Sets the scopes of a client for the whole tenant (`userId` null) or for one user. Existing scopes are
 * replaced, as tenant-wide consent may do; an empty set removes the grant. An unchanged set is not written,
 * so that it does not have to take effect again.
 */
export function setScopes(
  tenant: PracticeTenant,
  { principalId, resourceId }: Client,
  userId: string | null,
  scopes: readonly string[],
  now: number,
): void {
  const before = currentGrant(tenant, principalId, userId);
  const same = new Set(splitScopes(before?.scope ?? ''));
  const wanted = new Set(scopes);
  if (before !== undefined && same.size === wanted.size && scopes.every((one) => same.has(one))) {
    return;
  }
  if (before !== undefined) before.deletedAt = now;
  if (wanted.size === 0) return;
  tenant.permissionGrants.push({
    id: before?.id ?? newOpaqueId(),
    clientId: principalId,
    resourceId,
    consentType: userId === null ? 'AllPrincipals' : 'Principal',
    principalId: userId,
    scope: [...wanted].join(' '),
    createdAt: now,
    deletedAt: null,
  });
}

/** Splits a `scope` string; leading and double spaces occur. */
export function splitScopes(scope: string): string[] {
  return scope.split(/\s+/).filter((one) => one !== '');
}
