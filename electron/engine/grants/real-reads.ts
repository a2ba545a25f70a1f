import type { Permission } from '../../contract/grant.ts';

/** The small read that needs a permission, by permission name; the names are those of the allow-list. */
const reads: Readonly<Record<string, string>> = {
  'User.Read': '/me?$select=id',
  'User.ReadBasic.All': '/users?$top=1&$select=id',
  'User.Read.All': '/users?$top=1&$select=id',
  'GroupMember.Read.All': '/groups?$top=1&$select=id',
  'Group.ReadBasic.All': '/groups?$top=1&$select=id',
  'Group.Read.All': '/groups?$top=1&$select=id',
  'Application.Read.All': '/servicePrincipals?$top=1&$select=id',
  'Organization.Read.All': '/organization?$select=id',
  'Domain.Read.All': '/domains?$select=id',
};

/** Read by the grants that stand on the connector's own service principal (product.md §1). */
const readsGrants = new Set(['Directory.Read.All', 'DelegatedPermissionGrant.Read.All']);

/**
 * The real read that exercises a permission, as a path; null when Evergrant knows none.
 * `needsPrincipal` when the object id of the service principal is wanted and not known.
 *
 * Source: product.md §1; learn.microsoft.com/graph/permissions-reference (entra-graph §2.3).
 */
export function realRead(
  permission: Permission,
  servicePrincipalId: string | null,
): string | null | 'needsPrincipal' {
  if (!readsGrants.has(permission.name)) return reads[permission.name] ?? null;
  if (servicePrincipalId === null) return 'needsPrincipal';
  const filter = encodeURIComponent(`clientId eq '${servicePrincipalId}'`);
  return `/oauth2PermissionGrants?$filter=${filter}`;
}
