import { randomBytes, randomUUID } from 'node:crypto';
import type {
  AppRegistration,
  PermissionGrant,
  PracticeTenant,
  ServicePrincipal,
} from './types.ts';

/** Grant and assignment ids are 43 url-safe characters, not GUIDs. */
export function newOpaqueId(): string {
  return randomBytes(32).toString('base64url');
}

/** The service principal with this object id that has not been deleted, whoever can see it already. */
export function currentPrincipal(
  tenant: PracticeTenant,
  objectId: string,
): ServicePrincipal | undefined {
  return tenant.servicePrincipals.find((principal) => principal.objectId === objectId);
}

/** The service principal of an application that has not been deleted. */
export function currentPrincipalOf(
  tenant: PracticeTenant,
  appId: string,
): ServicePrincipal | undefined {
  return tenant.servicePrincipals.find((principal) => principal.appId === appId);
}

/** Makes the service principal of an application: without any permission, and ready for people. */
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
 * Deletes a service principal as the portal does: it goes to the deleted items, and its grants go
 * with it (entra-graph §9.2). Throws when the tenant has no such principal.
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
 * Brings a deleted service principal of the application back, as `POST /directory/deletedItems/{id}/restore`
 * does: the object id and the configuration that it had, its grants among them; everybody sees it at once. Throws
 * where there is none, or where a new one holds the name, which Microsoft answers with 409 (entra-graph §9.2).
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
  /** Object id of the resource's principal. */
  readonly resourceId: string;
}

/** Grants application permissions, by id; those that are granted already stay as they are. */
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

/** Takes one application permission back. Answers whether it was there. */
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

/** The grant that holds a client's delegated scopes: for the whole tenant, or for one user. */
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
 * Sets the scopes of a client for the whole tenant (`userId` null) or for one user. What was there
 * is replaced, since that is what tenant-wide consent may do (entra-graph §1.2); an empty set
 * removes the grant. An unchanged set is left alone, so that it does not have to take effect anew.
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
